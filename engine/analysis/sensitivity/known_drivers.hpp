#pragma once

#include <vector>

#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// Break-evens of the drivers that the scenario is certain of: a single figure other than 0, with or without seasons,
/// that is the same in every world. It is searched for from 0 to twice that figure, within the driver's limits and, of
/// a share, up to 1. Only drivers that move one of the targets' measures are there, in the order of the model.
/// \param subject  whose measures the targets are about
std::vector<BreakEven> break_evens_of_known_drivers(const Model& model, const Subject& subject,
                                                    const std::vector<BreakEvenTarget>& targets,
                                                    const RunSettings& run);

}  // namespace wayworth::engine
