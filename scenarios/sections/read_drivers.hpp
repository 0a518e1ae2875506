#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys driver_keys;

/// `drivers`: each either a figure on its own or a map with a `value`.
std::vector<DriverSection> read_drivers(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
