#pragma once

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

/// How adoption rises from 0 at its start to 1 after its duration.
enum class RampShape {
  step,    ///< at once, at the start
  linear,  ///< evenly
  s_curve  ///< slowly, fast, slowly: the logistic with steepness 10 about the middle, scaled to start at 0 and end at 1
};

namespace s_curve {

inline constexpr double steepness = 10.0;  // of the logistic, over the whole duration
inline constexpr double middle = 0.5;
inline const double start_level = 1.0 / (1.0 + std::exp(steepness * middle));  // the logistic's before scaling
inline const double rise = 1.0 - 2.0 * start_level;
inline const double start_integral = std::log1p(std::exp(-steepness * middle));

/// Adoption at a share x in [0, 1] of the duration.
inline double level(double x) {
  return (1.0 / (1.0 + std::exp(-steepness * (x - middle))) - start_level) / rise;
}

/// Integral of level() from 0 to x in [0, 1].
inline double integral(double x) {
  const double softplus = std::log1p(std::exp(steepness * (x - middle)));
  return ((softplus - start_integral) / steepness - start_level * x) / rise;
}

}  // namespace s_curve

/// Adoption `since_start` after its start (0 before it), in [0, 1]. Both times in one unit; duration 0 or more, and 0
/// is a step whatever the shape.
inline double ramp_level(RampShape shape, double since_start, double duration) {
  if (since_start < 0.0) return 0.0;
  if (shape == RampShape::step || since_start >= duration) return 1.0;
  const double x = since_start / duration;
  return shape == RampShape::linear ? x : s_curve::level(x);
}

/// The integral of ramp_level from the start on, in the unit of the times.
inline double ramp_integral(RampShape shape, double since_start, double duration) {
  if (since_start <= 0.0) return 0.0;
  if (shape == RampShape::step || duration <= 0.0) return since_start;
  const double x = std::min(since_start / duration, 1.0);
  const double at_full = std::max(since_start - duration, 0.0);
  return duration * (shape == RampShape::linear ? 0.5 * x * x : s_curve::integral(x)) + at_full;
}

/// Mean adoption over the period [from, to], from < to, of a ramp from `start` on. By the antiderivative, so that
/// totals do not depend on how time is cut into periods, and a fraction of a period of delay counts exactly.
inline double ramp_average(RampShape shape, double start, double duration, double from, double to) {
  if (from - start >= duration) return 1.0;  // exactly, whatever the integrals round to
  const double average =
      (ramp_integral(shape, to - start, duration) - ramp_integral(shape, from - start, duration)) / (to - from);
  return std::clamp(average, 0.0, 1.0);
}

}  // namespace wayworth::engine
