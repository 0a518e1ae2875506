#pragma once

#include <vector>

#include "engine/model/model.hpp"

namespace wayworth::engine {

/// By DriverId: whether a figure of the model names the driver, a link joins it to another, or an effect changes it.
std::vector<bool> used_drivers(const Model& model);

}  // namespace wayworth::engine
