#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/name_table.hpp"

namespace wayworth::scenarios {

/// The streams in money a year or FTE. Those that are right become usable in `names`, which is the table that `fitter`
/// works on. Staff that leaves by attrition adds a stock to `stocks`. Reports cycles.
std::vector<engine::Stream> resolve_streams(const Scenario& scenario, NameTable& names, const QuantityFitter& fitter,
                                            std::vector<engine::Stock>& stocks);

}  // namespace wayworth::scenarios
