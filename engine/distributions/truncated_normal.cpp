#include "engine/distributions/truncated_normal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>
#include <limits>

#include "engine/core/input_error.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {
namespace {

/// The parent's probability of [low, high], from the tail on whose side it lies.
double probability_between(double z_low, double z_high) {
  return z_low > 0.0 ? standard_normal_cdf(-z_low) - standard_normal_cdf(-z_high)
                     : standard_normal_cdf(z_high) - standard_normal_cdf(z_low);
}

void check_ends(double low, double high) {
  if (!(low <= high)) {
    throw InputError(fmt::format("truncated_normal: low {} must not be greater than high {}", low, high));
  }
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (low == infinity || high == -infinity) {
    throw InputError(fmt::format("truncated_normal: nothing lies in [{}, {}]", low, high));
  }
}

}  // namespace

TruncatedNormal::TruncatedNormal(double parent_mean, double parent_sd, double low, double high)
    : parent_mean_(parent_mean), parent_sd_(parent_sd), low_(low), high_(high) {
  if (minimum() == maximum()) return;
  z_low_ = (low - parent_mean) / parent_sd;
  z_high_ = (high - parent_mean) / parent_sd;
  below_ = standard_normal_cdf(z_low_);
  above_ = standard_normal_cdf(-z_high_);
  inside_ = probability_between(z_low_, z_high_);
}

TruncatedNormal TruncatedNormal::make(double parent_mean, double parent_sd, double low, double high) {
  check_finite("truncated_normal", "mean", parent_mean);
  check_not_negative("truncated_normal", "sd", parent_sd);
  check_ends(low, high);
  if (parent_sd == 0.0) check_inside("truncated_normal", "mean", parent_mean, low, high);
  const TruncatedNormal made(parent_mean, parent_sd, low, high);
  if (made.minimum() == made.maximum()) return made;
  constexpr double least_inside = 1e-12;  // below it, the draws would be made of rounding errors
  if (!(made.inside_ >= least_inside)) {
    throw InputError(fmt::format("truncated_normal: a normal with mean {} and sd {} practically never lies in [{}, {}]",
                                 parent_mean, parent_sd, low, high));
  }
  return made;
}

double TruncatedNormal::quantile(double p) const {
  if (minimum() == maximum()) return minimum();
  const double below = below_ + p * inside_;
  const double above = above_ + (1.0 - p) * inside_;
  const double z = below <= above ? standard_normal_quantile(below) : -standard_normal_quantile(above);
  return std::clamp(parent_mean_ + parent_sd_ * z, low_, high_);
}

double TruncatedNormal::cdf(double x) const {
  if (x >= maximum()) return 1.0;
  if (x < minimum()) return 0.0;
  return probability_between(z_low_, (x - parent_mean_) / parent_sd_) / inside_;
}

// A narrow window loses the digits of the closed form to cancellation; there the density is smooth enough for Gauss's
// rule.
TruncatedNormal::Moments TruncatedNormal::standard_moments() const {
  constexpr double narrow = 0.5;
  if (z_high_ - z_low_ < narrow) {
    using Rule = boost::math::quadrature::gauss<double, 15>;
    const double centre = 0.5 * (z_low_ + z_high_);
    const double half = 0.5 * (z_high_ - z_low_);
    const auto weight = [&](double t) { return std::exp(-t * (centre + 0.5 * t)); };
    const double total = Rule::integrate(weight, -half, half);
    const double shift = Rule::integrate([&](double t) { return t * weight(t); }, -half, half) / total;
    const double square = Rule::integrate([&](double t) { return (t - shift) * (t - shift) * weight(t); }, -half, half);
    return {centre + shift, square / total};
  }
  const double at_low = standard_normal_density(z_low_) / inside_;
  const double at_high = standard_normal_density(z_high_) / inside_;
  const double shift = at_low - at_high;
  const double slope = (at_low > 0.0 ? z_low_ * at_low : 0.0) - (at_high > 0.0 ? z_high_ * at_high : 0.0);
  return {shift, 1.0 + slope - shift * shift};
}

double TruncatedNormal::mean() const {
  return minimum() == maximum() ? minimum() : parent_mean_ + parent_sd_ * standard_moments().mean;
}

double TruncatedNormal::standard_deviation() const {
  return minimum() == maximum() ? 0.0 : parent_sd_ * std::sqrt(standard_moments().variance);
}

double TruncatedNormal::minimum() const {
  return parent_sd_ == 0.0 ? parent_mean_ : low_;
}

double TruncatedNormal::maximum() const {
  return parent_sd_ == 0.0 ? parent_mean_ : high_;
}

double TruncatedNormal::mode() const {
  return std::clamp(parent_mean_, low_, high_);
}

std::string TruncatedNormal::describe() const {
  return call_text("truncated_normal", std::array{parent_mean_, parent_sd_, low_, high_});
}

}  // namespace wayworth::engine
