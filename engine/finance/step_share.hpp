#pragma once

#include <algorithm>

namespace wayworth::engine {

/// A step of the simulation as the time it covers, in months from the start of the model; from < to.
struct StepSpan {
  double from;
  double to;
};

/// Share of the step that lies after `time`, 0..1.
inline double live_share(StepSpan step, double time) {
  return std::clamp((step.to - time) / (step.to - step.from), 0.0, 1.0);
}

/// 1 when `time` falls into the step, whose end belongs to it and whose beginning to the step before; else 0. The very
/// start, time 0, belongs to no step.
inline double lump_share(StepSpan step, double time) {
  return step.from < time && time <= step.to ? 1.0 : 0.0;
}

/// Share of the time [start, end] that lies in the step, 0..1. When start equals end it is a lump at that time; one at
/// the very start counts for the first step.
inline double implementation_share(StepSpan step, double start, double end) {
  const double inside = std::max(std::min(step.to, end) - std::max(step.from, start), 0.0);
  const double lump = lump_share(step, start) + (step.from == 0.0 && start <= 0.0 ? 1.0 : 0.0);
  return start < end ? inside / (end - start) : lump;
}

}  // namespace wayworth::engine
