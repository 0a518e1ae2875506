#pragma once

#include <cstdint>
#include <vector>

#include "engine/execute/input_draws.hpp"
#include "engine/model/model.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// What every input, by InputId, is in one trial: the exact quantile of its distribution at the uniform number that
/// belongs to the trial and the input, and for a correlated input to those of its group.
std::vector<double> draw_inputs(const Model& model, const DrawSettings& settings, std::uint64_t trial);

/// Every input at one point of its distribution, by InputId.
std::vector<double> point_inputs(const Model& model, Point point);

}  // namespace wayworth::engine
