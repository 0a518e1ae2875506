#pragma once

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys segment_keys;
extern const SectionKeys segment_customers_keys;
extern const SectionKeys segment_churn_keys;
extern const SectionKeys segment_acquired_keys;
extern const SectionKeys segment_margin_keys;
extern const SectionKeys segment_churn_noise_keys;
extern const SectionKeys segment_acquired_noise_keys;
extern const SectionKeys segment_margin_noise_keys;
extern const SectionKeys segment_tenure_keys;

/// Adds the segments to `scenario`, and their figures and the margin of their customers to its drivers and streams.
void read_segments(const DocumentNode& node, const ReadContext& context, Scenario& scenario);

}  // namespace wayworth::scenarios
