#pragma once

#include <array>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// The metalog distribution: the smooth curve through stated percentiles, with as many terms as points; without bounds,
/// with one, or with two.
/// Source: Keelin, "The metalog distributions", Decision Analysis 13, 2016.
class Metalog {
public:
  /// What no value can go beyond; infinite where there is no such limit.
  struct Bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();

    friend bool operator==(const Bounds&, const Bounds&) = default;
  };

  /// From P10, P50 and P90.
  /// \throws InputError unless they rise inside the bounds and a metalog goes through them (the message says which P50
  /// would do), or when the mean would be infinite.
  static Metalog from_p10_p50_p90(const std::array<double, 3>& values, const Bounds& bounds);
  static Metalog from_p10_p50_p90(const std::array<double, 3>& values) { return from_p10_p50_p90(values, Bounds{}); }

  /// Through at least three points, at most most_points.
  /// \throws InputError unless values and probabilities rise inside their bounds, the curve through them rises
  /// everywhere, and its mean is finite.
  static Metalog through(std::span<const Percentile> points, const Bounds& bounds);

  static constexpr std::size_t most_points = 9;

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const { return mean_; }
  /// Infinite when a tail is too heavy (has_finite_variance() of distribution_traits.hpp).
  [[nodiscard]] double standard_deviation() const { return standard_deviation_; }
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return bounds_.low; }
  [[nodiscard]] double maximum() const { return bounds_.high; }
  [[nodiscard]] std::string describe() const;

  /// Keelin's a1, a2, ..., of the curve before it is bounded.
  [[nodiscard]] std::span<const double> coefficients() const { return coefficients_; }

  /// How heavy the tails are: quantiles grow as fast as p^-index towards 0 (low), (1 - p)^-index towards 1 (high); 0
  /// where there is a bound, or no bound on either side (then they grow as slowly as a logarithm). From 1/2 on the
  /// variance is infinite, from 1 on the mean.
  [[nodiscard]] double low_tail_index() const;
  [[nodiscard]] double high_tail_index() const;

  friend bool operator==(const Metalog&, const Metalog&) = default;

private:
  Metalog(std::vector<double> coefficients, const Bounds& bounds, std::string text);
  void check_rises() const;
  void check_tails() const;
  void find_moments();
  [[nodiscard]] double value_at(double logit) const;
  [[nodiscard]] double logit_of(double x) const;

  std::vector<double> coefficients_;
  Bounds bounds_;
  std::string text_;
  double mean_ = 0.0;
  double standard_deviation_ = 0.0;
};

}  // namespace wayworth::engine
