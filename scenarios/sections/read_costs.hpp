#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys cost_keys;

/// `costs` of one initiative.
std::vector<CostSection> read_costs(const DocumentNode& node, const std::string& path, const ReadContext& context);

}  // namespace wayworth::scenarios
