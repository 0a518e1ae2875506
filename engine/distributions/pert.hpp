#pragma once

#include <string>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// PERT: a beta distribution on [low, high] from a three-point estimate, with mean (low + lambda mode + high) / (lambda
/// + 2). A larger lambda trusts the mode more; lambda 0 is uniform. low == high is a certain value. Source: Malcolm,
/// Roseboom, Clark and Fazar, Operations Research 7, 1959; Vose, "Risk Analysis", 2008.
class Pert {
public:
  /// \throws InputError unless low <= mode <= high, all finite, and lambda >= 0.
  static Pert make(double low, double mode, double high, double lambda = default_lambda);

  /// The PERT (lambda 4) with this mode and these percentiles: {0.1, low} and {0.9, high} for a P10-P90 estimate.
  /// \throws InputError unless probabilities and values rise, and the mode lies strictly between the values (or all
  /// three are equal), or when no such PERT is found.
  static Pert from_percentiles(Percentile low, double mode, Percentile high);

  static constexpr double default_lambda = 4.0;

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const { return mode_; }
  [[nodiscard]] double minimum() const { return low_; }
  [[nodiscard]] double maximum() const { return high_; }
  [[nodiscard]] std::string describe() const;
  [[nodiscard]] double alpha() const;
  [[nodiscard]] double beta() const;

  friend bool operator==(const Pert&, const Pert&) = default;

private:
  Pert(double low, double mode, double high, double lambda) : low_(low), mode_(mode), high_(high), lambda_(lambda) {}

  double low_;
  double mode_;
  double high_;
  double lambda_;
};

}  // namespace wayworth::engine
