#include "engine/distributions/pert.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "engine/core/input_error.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"
#include "engine/distributions/unit_beta.hpp"

namespace wayworth::engine {
namespace {

using Pair = std::array<double, 2>;

/// The search for a PERT with given percentiles. Its unknowns are the logarithms of the distances from the mode to
/// both ends, in units of the distance from low to high, so that the ends can never cross the mode.
class PercentileFit {
public:
  PercentileFit(Percentile low, double mode, Percentile high)
      : low_tail_(low.probability),
        high_tail_(1.0 - high.probability),
        below_((mode - low.value) / (high.value - low.value)),
        above_((high.value - mode) / (high.value - low.value)) {}

  /// Distances from the mode to both ends, as shares of high - low.
  [[nodiscard]] static Pair distances(const Pair& logs) { return {std::exp(logs[0]), std::exp(logs[1])}; }

  /// By how much the probabilities below low and above high miss theirs.
  [[nodiscard]] Pair miss(const Pair& logs) const {
    const auto [to_low, to_high] = distances(logs);
    const double width = to_low + to_high;
    const double alpha = 1.0 + Pert::default_lambda * to_low / width;
    const double beta = 1.0 + Pert::default_lambda * to_high / width;
    return {unit_beta_cdf(alpha, beta, (to_low - below_) / width) - low_tail_,
            unit_beta_cdf(beta, alpha, (to_high - above_) / width) - high_tail_};
  }

  [[nodiscard]] static double size(const Pair& miss) { return std::hypot(miss[0], miss[1]); }

  /// Newton's step from `logs`, with the derivatives by central differences.
  [[nodiscard]] Pair step(const Pair& logs, const Pair& here) const {
    constexpr double h = 1e-5;
    std::array<Pair, 2> slope{};  // slope[k]: derivatives by unknown k
    for (std::size_t k = 0; k < 2; ++k) {
      Pair up = logs;
      Pair down = logs;
      up[k] += h;
      down[k] -= h;
      const Pair at_up = miss(up);
      const Pair at_down = miss(down);
      slope[k] = {(at_up[0] - at_down[0]) / (2.0 * h), (at_up[1] - at_down[1]) / (2.0 * h)};
    }
    const double determinant = slope[0][0] * slope[1][1] - slope[1][0] * slope[0][1];
    return {(slope[1][0] * here[1] - slope[1][1] * here[0]) / determinant,
            (slope[0][1] * here[0] - slope[0][0] * here[1]) / determinant};
  }

  /// The distances that fit. Very skewed estimates need a start that has the far end in view; NaN when neither serves.
  [[nodiscard]] Pair solve() const {
    const Pair near = refine({std::log(1.6 * below_), std::log(1.8 * above_)});
    return std::isnan(near[0]) ? refine({std::log(1.6 * below_ + 0.5 * above_), std::log(1.8 * above_ + 0.5 * below_)})
                               : near;
  }

private:
  /// Damped Newton: a step that does not come closer is halved. NaN when it gets stuck.
  [[nodiscard]] Pair refine(Pair logs) const {
    Pair here = miss(logs);
    for (int round = 0; round < 200 && size(here) > 1e-14; ++round) {
      const Pair full = step(logs, here);
      double share = 1.0;
      Pair next = logs;
      Pair there = here;
      do {
        next = {logs[0] + share * full[0], logs[1] + share * full[1]};
        there = miss(next);
        share *= 0.5;
      } while (!(size(there) < size(here)) && share > 1e-6);
      if (!(size(there) < size(here))) break;
      logs = next;
      here = there;
    }
    constexpr double solved = 1e-12;
    return size(here) < solved ? distances(logs) : Pair{NAN, NAN};
  }

  double low_tail_;
  double high_tail_;
  double below_;
  double above_;
};

}  // namespace

Pert Pert::make(double low, double mode, double high, double lambda) {
  check_range("pert", low, high);
  check_inside("pert", "mode", mode, low, high);
  check_not_negative("pert", "lambda", lambda);
  return {low, mode, high, lambda};
}

Pert Pert::from_percentiles(Percentile low, double mode, Percentile high) {
  if (low.value == mode && mode == high.value) return make(mode, mode, mode);
  check_percentiles("pert", low, high);
  if (!(low.value < mode && mode < high.value)) {
    throw InputError(
        fmt::format("pert: mode {} must lie strictly between the percentiles {} and {}", mode, low.value, high.value));
  }
  const auto [to_low, to_high] = PercentileFit(low, mode, high).solve();
  if (!std::isfinite(to_low + to_high)) {
    throw InputError(fmt::format("pert: no pert with mode {} has the percentiles P{:.4g} {} and P{:.4g} {}", mode,
                                 100.0 * low.probability, low.value, 100.0 * high.probability, high.value));
  }
  const double width = high.value - low.value;
  return make(mode - width * to_low, mode, mode + width * to_high);
}

double Pert::alpha() const {
  return low_ == high_ ? 1.0 : 1.0 + lambda_ * ((mode_ - low_) / (high_ - low_));
}

double Pert::beta() const {
  return low_ == high_ ? 1.0 : 1.0 + lambda_ * ((high_ - mode_) / (high_ - low_));
}

double Pert::quantile(double p) const {
  return low_ + (high_ - low_) * unit_beta_quantile(alpha(), beta(), p);
}

double Pert::cdf(double x) const {
  if (x >= high_) return 1.0;
  return x <= low_ ? 0.0 : unit_beta_cdf(alpha(), beta(), (x - low_) / (high_ - low_));
}

double Pert::upper_quantile(double q) const {
  return high_ - (high_ - low_) * unit_beta_quantile(beta(), alpha(), q);
}

double Pert::survival(double x) const {
  if (x >= high_) return 0.0;
  return x <= low_ ? 1.0 : unit_beta_cdf(beta(), alpha(), (high_ - x) / (high_ - low_));
}

double Pert::mean() const {
  return low_ + ((high_ - low_) + lambda_ * (mode_ - low_)) / (lambda_ + 2.0);
}

double Pert::standard_deviation() const {
  const double centre = mean();
  return std::sqrt((centre - low_) * (high_ - centre) / (lambda_ + 3.0));
}

std::string Pert::describe() const {
  if (lambda_ == default_lambda) return call_text("pert", std::array{low_, mode_, high_});
  return call_text("pert", std::array{low_, mode_, high_, lambda_});
}

}  // namespace wayworth::engine
