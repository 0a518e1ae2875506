#pragma once

#include <string>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"

namespace wayworth::reports {

/// What a measure means, in a sentence that can stand beside its figure.
std::string definition_of(const engine::Model& model, engine::Measure measure);

}  // namespace wayworth::reports
