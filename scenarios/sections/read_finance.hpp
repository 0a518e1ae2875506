#pragma once

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys finance_keys;
extern const SectionKeys rates_by_year_keys;
extern const SectionKeys terminal_value_keys;

/// Discounting, taxes and what comes after the horizon; `scenario` has its time already.
void read_finance(const DocumentNode& node, const ReadContext& context, Scenario& scenario);

}  // namespace wayworth::scenarios
