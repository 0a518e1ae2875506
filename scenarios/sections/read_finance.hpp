#pragma once

#include "engine/model/model.hpp"
#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys finance_keys;

/// The discount rate and when within a step money flows.
engine::Discounting read_finance(const DocumentNode& node, const ReadContext& context);

}  // namespace wayworth::scenarios
