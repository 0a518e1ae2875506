#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys stream_keys;
extern const SectionKeys release_keys;

/// `streams`: what the organisation earns, spends and staffs.
std::vector<StreamSection> read_streams(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
