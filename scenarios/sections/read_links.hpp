#pragma once

#include <vector>

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys link_keys;

std::vector<LinkSection> read_links(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
