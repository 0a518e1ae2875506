#include "engine/distributions/metalog_curve.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <cstddef>

namespace wayworth::engine {
namespace {

/// Term k (from 0) of the curve is c^power, times s if `has_logit`.
struct Term {
  int power;
  bool has_logit;
};

Term term(std::size_t k) {
  const auto half = static_cast<int>(k / 2);
  if (k < 2) return {0, k == 1};
  if (k < 4) return {1, k == 2};
  return {half, k % 2 == 1};
}

double centred(double logit) {
  return 0.5 * std::tanh(0.5 * logit);
}

}  // namespace

double metalog_value(std::span<const double> coefficients, double logit) {
  return metalog_value(coefficients, centred(logit), logit);
}

double metalog_value(std::span<const double> a, double c, double logit) {
  double plain = a[0];
  double with_logit = a[1];
  if (a.size() > 2) with_logit += a[2] * c;
  if (a.size() > 3) plain += a[3] * c;
  double power = c;
  for (std::size_t k = 4; k < a.size(); k += 2) {
    power *= c;
    plain += a[k] * power;
    if (k + 1 < a.size()) with_logit += a[k + 1] * power;
  }
  return plain + with_logit * logit;
}

double metalog_slope(std::span<const double> coefficients, double logit) {
  const double c = centred(logit);
  const double tail = std::exp(-std::abs(logit));
  const double c_slope = tail / ((1.0 + tail) * (1.0 + tail));  // p (1 - p)
  double sum = 0.0;
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    const Term one = term(k);
    const double own = one.has_logit ? std::pow(c, one.power) : 0.0;
    const double of_power = one.power == 0 ? 0.0 : one.power * std::pow(c, one.power - 1) * c_slope;
    sum += coefficients[k] * (own + of_power * (one.has_logit ? logit : 1.0));
  }
  return sum;
}

double metalog_slope_at_end(std::span<const double> coefficients, bool upper) {
  double sum = 0.0;
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    if (term(k).has_logit) sum += coefficients[k] * std::pow(upper ? 0.5 : -0.5, term(k).power);
  }
  return sum;
}

std::vector<double> metalog_through(std::span<const double> probabilities, std::span<const double> values) {
  const auto count = static_cast<Eigen::Index>(values.size());
  Eigen::MatrixXd basis(count, count);
  Eigen::VectorXd wanted(count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const double p = probabilities[static_cast<std::size_t>(i)];
    const double logit = std::log(p) - std::log1p(-p);
    for (Eigen::Index k = 0; k < count; ++k) {
      std::vector<double> unit(values.size(), 0.0);
      unit[static_cast<std::size_t>(k)] = 1.0;
      basis(i, k) = metalog_value(unit, logit);
    }
    wanted(i) = values[static_cast<std::size_t>(i)];
  }
  const Eigen::VectorXd found = basis.fullPivLu().solve(wanted);
  return {found.data(), found.data() + count};
}

}  // namespace wayworth::engine
