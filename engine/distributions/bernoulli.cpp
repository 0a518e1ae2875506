#include "engine/distributions/bernoulli.hpp"

#include <cmath>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Bernoulli Bernoulli::make(double probability) {
  check_probability("bernoulli", "probability", probability);
  return Bernoulli(probability);
}

double Bernoulli::cdf(double x) const {
  if (x >= 1.0) return 1.0;
  return x < 0.0 ? 0.0 : 1.0 - probability_;
}

double Bernoulli::standard_deviation() const {
  return std::sqrt(probability_ * (1.0 - probability_));
}

std::string Bernoulli::describe() const {
  return call_text("bernoulli", {&probability_, 1});
}

}  // namespace wayworth::engine
