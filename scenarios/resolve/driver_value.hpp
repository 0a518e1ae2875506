#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// The value of a driver in its unit, the stated one or what comes out, before growth and seasons: its figure, its
/// series, or what its role in a segment makes of it. Nothing when it is wrong (reported).
std::optional<Quantity> value_of(const DriverSection& section, const Scenario& scenario, const QuantityFitter& fitter);

/// The value in the scenario's own words.
std::string text_of(const DriverSection& section);

/// Multiplies the driver's value by what changes it from step to step, other than smooth growth. Noise adds a stock.
void shape_over_time(const DriverSection& section, const engine::Timeline& time, const QuantityFitter& fitter,
                     engine::Driver& driver, std::vector<engine::Stock>& stocks);

}  // namespace wayworth::scenarios
