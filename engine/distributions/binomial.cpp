#include "engine/distributions/binomial.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/count.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/distributions/unit_beta.hpp"

namespace wayworth::engine {

Binomial Binomial::make(double n, double p) {
  check_count("binomial", "n", n);
  check_probability("binomial", "p", p);
  return {n, p};
}

double Binomial::quantile(double p) const {
  if (minimum() == maximum()) return minimum();
  const double guess = std::min(n_, mean() + standard_deviation() * standard_normal_quantile(p));
  return smallest_count(p, guess, [this](double count) { return cdf(count); });
}

double Binomial::cdf(double x) const {
  if (x >= maximum()) return 1.0;
  if (x < minimum()) return 0.0;
  const double count = std::floor(x);
  return unit_beta_cdf(n_ - count, count + 1.0, 1.0 - p_);
}

double Binomial::standard_deviation() const {
  return std::sqrt(n_ * p_ * (1.0 - p_));
}

double Binomial::mode() const {
  return std::clamp(std::ceil((n_ + 1.0) * p_) - 1.0, minimum(), maximum());
}

std::string Binomial::describe() const {
  return call_text("binomial", std::array{n_, p_});
}

}  // namespace wayworth::engine
