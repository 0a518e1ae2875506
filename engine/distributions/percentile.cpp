#include "engine/distributions/percentile.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/input_error.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

void check_percentiles(std::string_view family, Percentile low, Percentile high) {
  if (!(0.0 < low.probability && low.probability < high.probability && high.probability < 1.0)) {
    throw InputError(fmt::format("{}: probabilities {} and {} must rise and lie between 0 and 1", family,
                                 low.probability, high.probability));
  }
  check_finite(family, "low", low.value);
  check_finite(family, "high", high.value);
  if (low.value >= high.value) {
    throw InputError(fmt::format("{}: low {} must be less than high {}", family, low.value, high.value));
  }
}

}  // namespace wayworth::engine
