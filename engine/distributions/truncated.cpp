#include "engine/distributions/truncated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::string text_of(double limit) {
  return std::isinf(limit) ? "none" : fmt::format("{:.10g}", limit);
}

/// The integral of value(p) over (0, 1). Substituting p = 1 / (1 + e^-s) spreads the tails out.
template <class Value>
double expectation(const Value& value) {
  const auto in_logit = [&](double s) {
    const double p = 1.0 / (1.0 + std::exp(-s));
    return value(p) * p * (1.0 / (1.0 + std::exp(s)));
  };
  constexpr unsigned halvings = 12;
  constexpr double tolerance = 1e-9;
  constexpr double farthest = 36.0;
  return boost::math::quadrature::gauss_kronrod<double, 31>::integrate(in_logit, -farthest, farthest, halvings,
                                                                       tolerance);
}

}  // namespace

Truncated::Truncated(Continuous parent, double low, double high) : parent_(std::move(parent)), low_(low), high_(high) {
  std::visit(
      [&](const auto& family) {
        below_ = family.cdf(low);
        above_ = survival_of(family, high);
        // From the tail in which both limits lie, where probabilities have their digits.
        inside_ = above_ > 0.5   ? family.cdf(high) - below_
                  : below_ > 0.5 ? survival_of(family, low) - above_
                                 : 1.0 - below_ - above_;
      },
      parent_);
}

Truncated Truncated::make(Continuous parent, double low, double high) {
  if (!(low < high) || low == infinity || high == -infinity) {
    throw InputError(fmt::format("truncate: low {} must be less than high {}", low, high));
  }
  Truncated made(std::move(parent), low, high);
  constexpr double least_inside = 1e-12;  // below it, the draws would be made of rounding errors
  if (!(made.inside_ >= least_inside)) {
    throw InputError(fmt::format("truncate: {} practically never lies in [{}, {}]",
                                 std::visit([](const auto& family) { return family.describe(); }, made.parent_),
                                 text_of(low), text_of(high)));
  }
  made.find_moments();
  return made;
}

void Truncated::find_moments() {
  if (minimum() == maximum()) {
    mean_ = minimum();
    return;
  }
  mean_ = expectation([this](double p) { return quantile(std::clamp(p, 0x1p-53, 1.0 - 0x1p-53)); });
  const double variance = expectation([this](double p) {
    const double distance = quantile(std::clamp(p, 0x1p-53, 1.0 - 0x1p-53)) - mean_;
    return distance * distance;
  });
  standard_deviation_ = std::sqrt(variance);
}

double Truncated::quantile(double p) const {
  const Place place = place_of(p);
  const double x = std::visit(
      [&](const auto& family) {
        return place.below <= place.above ? family.quantile(std::max(place.below, 0x1p-1022))
                                          : upper_quantile_of(family, std::max(place.above, 0x1p-1022));
      },
      parent_);
  return std::clamp(x, minimum(), maximum());
}

double Truncated::cdf(double x) const {
  if (x >= maximum()) return 1.0;
  if (x < minimum()) return 0.0;
  return std::visit(
      [&](const auto& family) {
        const double share = below_ <= 0.5 ? family.cdf(x) - below_ : inside_ - (survival_of(family, x) - above_);
        return std::clamp(share / inside_, 0.0, 1.0);
      },
      parent_);
}

double Truncated::mode() const {
  const double of_parent = std::visit([](const auto& family) { return family.mode(); }, parent_);
  return std::clamp(of_parent, minimum(), maximum());
}

double Truncated::minimum() const {
  return std::max(low_, std::visit([](const auto& family) { return family.minimum(); }, parent_));
}

double Truncated::maximum() const {
  return std::min(high_, std::visit([](const auto& family) { return family.maximum(); }, parent_));
}

std::string Truncated::describe() const {
  return fmt::format("truncate({}, {}, {})", std::visit([](const auto& family) { return family.describe(); }, parent_),
                     text_of(low_), text_of(high_));
}

}  // namespace wayworth::engine
