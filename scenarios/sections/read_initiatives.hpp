#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys initiative_keys;
extern const SectionKeys rollout_keys;

/// `initiatives`: what could be done.
std::vector<InitiativeSection> read_initiatives(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
