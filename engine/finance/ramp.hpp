#pragma once

#include <cmath>

#include "engine/finance/step_share.hpp"

namespace wayworth::engine {

/// How adoption rises from 0 at go-live to 1 at the end of the ramp.
enum class RampShape { step, linear, s_curve };

/// Integral of a linear ramp of length `ramp` > 0 from its start to `elapsed` later, for elapsed <= ramp.
inline double integral_of_linear_ramp(double elapsed, double ramp) {
  return elapsed <= 0.0 ? 0.0 : elapsed * elapsed / (2.0 * ramp);
}

/// The same of the s-curve: a logistic curve of steepness 10 around the middle of the ramp, stretched so that it runs
/// from exactly 0 to exactly 1. Its integral over the whole ramp is half the ramp.
double integral_of_s_curve(double elapsed, double ramp);

/// Average adoption over a step of an initiative that goes live at `go_live` and ramps up over `ramp` >= 0, all in
/// months. Exactly 0 before go-live and exactly 1 once the ramp is complete; taken from the integral of the curve, so
/// totals do not depend on the length of the steps.
inline double average_adoption(RampShape shape, StepSpan step, double go_live, double ramp) {
  const double from = step.from - go_live;
  const double to = step.to - go_live;
  const double length = step.to - step.from;
  if (to <= 0.0) return 0.0;
  if (from >= ramp) return 1.0;
  if (shape == RampShape::step || ramp <= 0.0) return std::fmax(to - std::fmax(from, ramp), 0.0) / length;
  const double on_curve_to = std::fmin(to, ramp);
  const double after_ramp = to - on_curve_to;
  const double on_curve = shape == RampShape::linear
                              ? integral_of_linear_ramp(on_curve_to, ramp) - integral_of_linear_ramp(from, ramp)
                              : integral_of_s_curve(on_curve_to, ramp) - integral_of_s_curve(from, ramp);
  return (on_curve + after_ramp) / length;
}

}  // namespace wayworth::engine
