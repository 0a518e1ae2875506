#pragma once

#include <optional>
#include <string>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The FTE that a workload or a queue takes, in FTE; nothing when one of its figures is wrong (reported).
std::optional<Quantity> resolve_staffing(const StaffingSection& staffing, const QuantityFitter& fitter);

/// How it was typed, for reports: "calls * handle_time; occupancy 85%, shrinkage 30%".
std::string text_of(const StaffingSection& staffing);

}  // namespace wayworth::scenarios
