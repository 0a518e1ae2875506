#pragma once

#include <cmath>

namespace wayworth::engine {

/// Smooth growth: how much larger a quantity is at step 0, 1, 2, ... than at step 0; annual_rate above -1.
inline double growth_factor(double annual_rate, double step, double steps_per_year) {
  return std::exp(step / steps_per_year * std::log1p(annual_rate));
}

}  // namespace wayworth::engine
