#include "engine/distributions/metalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>

#include "engine/core/input_error.hpp"
#include "engine/distributions/metalog_curve.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

using Bounds = Metalog::Bounds;

bool is_free(const Bounds& bounds) {
  return bounds.low == -infinity && bounds.high == infinity;
}
bool is_bounded(const Bounds& bounds) {
  return bounds.low != -infinity && bounds.high != infinity;
}

/// The value without bounds that stands for x within them.
double unbound(double x, const Bounds& bounds) {
  if (is_free(bounds)) return x;
  if (is_bounded(bounds)) return std::log((x - bounds.low) / (bounds.high - x));
  return bounds.high == infinity ? std::log(x - bounds.low) : -std::log(bounds.high - x);
}

/// The other way round.
double bound(double z, const Bounds& bounds) {
  if (is_free(bounds)) return z;
  if (is_bounded(bounds)) return bounds.low + (bounds.high - bounds.low) / (1.0 + std::exp(-z));
  return bounds.high == infinity ? bounds.low + std::exp(z) : bounds.high - std::exp(-z);
}

/// log(dz / dx), up to a constant.
double log_stretch(double z, const Bounds& bounds) {
  if (is_free(bounds)) return 0.0;
  if (is_bounded(bounds)) return std::abs(z) + 2.0 * std::log1p(std::exp(-std::abs(z)));
  return bounds.high == infinity ? -z : z;
}

double logit(double p) {
  return std::log(p) - std::log1p(-p);
}

/// The integral over p in (0, 1) of exp(exponent(s)), p = 1 / (1 + e^-s), by the trapezoidal rule, which converges
/// geometrically here.
double integral(const std::function<double(double)>& exponent, double low, double high) {
  constexpr double step = 0.1;
  double sum = 0.0;
  for (auto i = static_cast<long>(low / step); i <= static_cast<long>(high / step); ++i) {
    const double s = step * static_cast<double>(i);
    const double tail = std::exp(-std::abs(s));
    sum += std::exp(exponent(s) - std::abs(s)) / ((1.0 + tail) * (1.0 + tail));
  }
  return step * sum;
}

/// The same for a function that may be negative and grows slowly.
double expectation(const std::function<double(double)>& value) {
  constexpr double step = 0.1;
  double sum = 0.0;
  for (int i = -400; i <= 400; ++i) {
    const double s = step * i;
    const double tail = std::exp(-std::abs(s));
    sum += value(s) * tail / ((1.0 + tail) * (1.0 + tail));
  }
  return step * sum;
}

void check_points(std::string_view family, std::span<const Percentile> points, const Bounds& bounds) {
  if (!(bounds.low < bounds.high)) {
    throw InputError(fmt::format("{}: the bound {} must be below the bound {}", family, bounds.low, bounds.high));
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    check_finite(family, "value", points[i].value);
    if (i > 0) check_percentiles(family, points[i - 1], points[i]);
    if (bounds.low < points[i].value && points[i].value < bounds.high) continue;
    const bool is_low = points[i].value <= bounds.low;
    throw InputError(fmt::format("{}: {} must be {} the bound {}", family, points[i].value, is_low ? "above" : "below",
                                 is_low ? bounds.low : bounds.high));
  }
}

std::string text_of(double limit) {
  return std::isinf(limit) ? "none" : fmt::format("{:.10g}", limit);
}

std::string bounds_text(const Bounds& bounds) {
  return text_of(bounds.low) + ", " + text_of(bounds.high);
}

}  // namespace

Metalog::Metalog(std::vector<double> coefficients, const Bounds& bounds, std::string text)
    : coefficients_(std::move(coefficients)), bounds_(bounds), text_(std::move(text)) {}

Metalog Metalog::from_p10_p50_p90(const std::array<double, 3>& values, const Bounds& bounds) {
  constexpr std::string_view family = "p10_p50_p90";
  constexpr double tail = 0.1;
  const std::array<Percentile, 3> points = {{{tail, values[0]}, {0.5, values[1]}, {1.0 - tail, values[2]}}};
  check_points(family, points, bounds);
  const double low = unbound(values[0], bounds);
  const double middle = unbound(values[1], bounds);
  const double high = unbound(values[2], bounds);

  // Keelin's K: the density is positive everywhere while |a3| / a2 is below it.
  constexpr double steepest = 1.6671131192019295;
  constexpr double least_share = 0.5 * (1.0 - steepest * (0.5 - tail));
  const double share = (middle - low) / (high - low);
  if (!(least_share < share && share < 1.0 - least_share)) {
    throw InputError(fmt::format(
        "{}: no metalog has P10 {}, P50 {} and P90 {}; with this P10 and P90 its P50 must lie between {:.4g} and "
        "{:.4g}. Move P50, give bounds, or write cumulative(low, 0%, {}, 10%, {}, 50%, {}, 90%, high, 100%)",
        family, values[0], values[1], values[2], bound(low + least_share * (high - low), bounds),
        bound(high - least_share * (high - low), bounds), values[0], values[1], values[2]));
  }
  const double range = std::log((1.0 - tail) / tail);
  std::string text = fmt::format("{}({:.10g}, {:.10g}, {:.10g}{}{})", family, values[0], values[1], values[2],
                                 is_free(bounds) ? "" : ", ", is_free(bounds) ? "" : bounds_text(bounds));
  Metalog made(
      {middle, (high - low) / (2.0 * range), (1.0 - 2.0 * share) * (high - low) / ((1.0 - 2.0 * tail) * range)}, bounds,
      std::move(text));
  made.check_tails();
  made.find_moments();
  return made;
}

Metalog Metalog::through(std::span<const Percentile> points, const Bounds& bounds) {
  if (points.size() < 3 || points.size() > most_points) {
    throw InputError(fmt::format("metalog: takes 3 to {} points, not {}", most_points, points.size()));
  }
  check_points("metalog", points, bounds);
  std::vector<double> probabilities;
  std::vector<double> values;
  std::string text = "metalog(" + bounds_text(bounds);
  for (const Percentile& point : points) {
    probabilities.push_back(point.probability);
    values.push_back(unbound(point.value, bounds));
    text += fmt::format(", {:.10g}, {:.10g}", point.value, point.probability);
  }
  Metalog made(metalog_through(probabilities, values), bounds, text + ")");
  made.check_rises();
  made.check_tails();
  made.find_moments();
  return made;
}

void Metalog::check_rises() const {
  constexpr int places = 2000;
  std::optional<double> falls_at;
  double steepest_fall = 0.0;
  const auto look_at = [&](double p) {
    const double slope = metalog_slope(coefficients_, logit(p));
    if (slope > steepest_fall) return;
    steepest_fall = slope;
    falls_at = p;
  };
  for (int i = 1; i < places; ++i) look_at(static_cast<double>(i) / places);
  for (double p = 1e-12; p < 1e-3; p *= 2.0) {
    look_at(p);
    look_at(1.0 - p);
  }
  for (const bool upper : {false, true}) {
    if (!falls_at && metalog_slope_at_end(coefficients_, upper) < 0.0) falls_at = upper ? 1.0 : 0.0;
  }
  if (falls_at || std::isnan(coefficients_.front())) {
    throw InputError(
        fmt::format("metalog: the smooth curve through these points falls near P{:.3g}; move a point, leave "
                    "one out, or write cumulative(...), which draws straight lines",
                    100.0 * falls_at.value_or(0.5)));
  }
}

double Metalog::low_tail_index() const {
  const bool is_heavy = bounds_.low == -infinity && bounds_.high != infinity;
  return is_heavy ? metalog_slope_at_end(coefficients_, false) : 0.0;
}

double Metalog::high_tail_index() const {
  const bool is_heavy = bounds_.high == infinity && bounds_.low != -infinity;
  return is_heavy ? metalog_slope_at_end(coefficients_, true) : 0.0;
}

void Metalog::check_tails() const {
  const auto refuse = [&](std::string_view side, std::string_view which) {
    throw InputError(fmt::format("{}: the {} tail is so heavy that the mean is infinite; give {} bound as well", text_,
                                 side, which));
  };
  if (high_tail_index() >= 1.0) refuse("upper", "an upper");
  if (low_tail_index() >= 1.0) refuse("lower", "a lower");
}

void Metalog::find_moments() {
  const auto curve = [this](double s) { return metalog_value(coefficients_, s); };
  if (is_free(bounds_) || is_bounded(bounds_)) {
    const auto value = [&](double s) { return bound(curve(s), bounds_); };
    mean_ = expectation(value);
    standard_deviation_ = std::sqrt(expectation([&](double s) { return (value(s) - mean_) * (value(s) - mean_); }));
    return;
  }
  // One bound: the distance from it is e^M, or e^-M of the mirrored curve.
  const bool mirrored = bounds_.high != infinity;
  const double index = std::max(low_tail_index(), high_tail_index());
  const auto moment = [&](double order) {
    constexpr double farthest = 20'000.0;
    const double far = std::min(40.0 / (1.0 - order * index), farthest);
    const auto exponent = [&](double s) { return order * (mirrored ? -curve(-s) : curve(s)); };
    return integral(exponent, -40.0, far);
  };
  const double distance = moment(1.0);
  mean_ = mirrored ? bounds_.high - distance : bounds_.low + distance;
  const bool has_variance = index < 0.5;
  standard_deviation_ = has_variance ? std::sqrt(std::max(0.0, moment(2.0) - distance * distance)) : infinity;
}

double Metalog::value_at(double at_logit) const {
  return std::clamp(bound(metalog_value(coefficients_, at_logit), bounds_), bounds_.low, bounds_.high);
}

double Metalog::quantile(double p) const {
  const double unbounded = metalog_value(coefficients_, p - 0.5, std::log(p / (1.0 - p)));
  return std::clamp(bound(unbounded, bounds_), bounds_.low, bounds_.high);
}

double Metalog::upper_quantile(double q) const {
  return value_at(-logit(q));
}

double Metalog::logit_of(double x) const {
  if (x <= bounds_.low) return -infinity;
  if (x >= bounds_.high) return infinity;
  const double wanted = unbound(x, bounds_);
  const auto miss = [&](double s) { return metalog_value(coefficients_, s) - wanted; };
  constexpr double farthest = 740.0;  // e^-740 is the smallest probability that a double holds
  double low = -1.0;
  double high = 1.0;
  while (miss(low) > 0.0 && low > -farthest) low *= 2.0;
  while (miss(high) < 0.0 && high < farthest) high *= 2.0;
  if (miss(low) >= 0.0) return -infinity;
  if (miss(high) <= 0.0) return infinity;
  std::uintmax_t rounds = 200;
  const auto found =
      boost::math::tools::toms748_solve(miss, low, high, boost::math::tools::eps_tolerance<double>(), rounds);
  return 0.5 * (found.first + found.second);
}

double Metalog::cdf(double x) const {
  return 1.0 / (1.0 + std::exp(-logit_of(x)));
}

double Metalog::survival(double x) const {
  return 1.0 / (1.0 + std::exp(logit_of(x)));
}

double Metalog::mode() const {
  const auto less_dense = [this](double s) {
    const double z = metalog_value(coefficients_, s);
    const double log_weight = -std::abs(s) - 2.0 * std::log1p(std::exp(-std::abs(s)));
    return std::log(metalog_slope(coefficients_, s)) - log_weight - log_stretch(z, bounds_);
  };
  constexpr double farthest = 20.0;
  constexpr double step = 0.05;
  double best = 0.0;
  for (double s = -farthest; s <= farthest; s += step) {
    if (less_dense(s) < less_dense(best)) best = s;
  }
  constexpr int bits = 26;  // half the digits: the density is flat at its peak
  return value_at(boost::math::tools::brent_find_minima(less_dense, best - step, best + step, bits).first);
}

std::string Metalog::describe() const {
  return text_;
}

}  // namespace wayworth::engine
