#pragma once

#include <optional>

#include "engine/model/model.hpp"
#include "scenarios/formulas/data_files.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// Resolves names, derives and checks units, and checks what needs the whole. Nothing comes back when `problems` has an
/// error, be it found here or before; everything wrong that can be found is reported all the same.
std::optional<engine::Model> to_model(const Scenario& scenario, DataFiles& files, Problems& problems);

}  // namespace wayworth::scenarios
