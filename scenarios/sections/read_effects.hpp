#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys effect_keys;
extern const SectionKeys world_effect_keys;

/// `effects` of one initiative or world: a map from driver or stream to one effect or a list of effects.
std::vector<EffectSection> read_effects(const DocumentNode& node, const std::string& path, const ReadContext& context);

}  // namespace wayworth::scenarios
