#pragma once

#include <string>
#include <vector>

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys driver_keys;

std::vector<DriverSection> read_drivers(const DocumentNode& node, const ReadContext& context);

/// One driver, wherever it stands: `heading` holds the key that formulas know it by, `path` the place of its figure.
DriverSection read_driver(const DocumentNode& node, Heading heading, std::string path, const ReadContext& context);

}  // namespace wayworth::scenarios
