#pragma once

#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// How the staff of `stream` leaves; `section` has a release. Adds the people on the payroll to `stocks`: as many as
/// the work needs, or, when that falls faster, those who are left by attrition and redundancies.
engine::Release resolve_release(const StreamSection& section, engine::StreamId stream, const Scenario& scenario,
                                const QuantityFitter& fitter, std::vector<engine::Stock>& stocks);

}  // namespace wayworth::scenarios
