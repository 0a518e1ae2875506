#pragma once

#include "scenarios/sections/read_figure.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

extern const SectionKeys benefit_keys;

/// `benefits` of one initiative: a list of value that is stated directly.
std::vector<BenefitSection> read_benefits(const DocumentNode& node, const std::string& path,
                                          const ReadContext& context);

}  // namespace wayworth::scenarios
