#pragma once

#include <string>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// Normal distribution; sd 0 is a certain value.
class Normal {
public:
  /// \throws InputError unless both are finite and sd >= 0.
  static Normal make(double mean, double sd);

  /// The normal with these two percentiles.
  /// \throws InputError unless both probabilities lie in (0, 1), and values and probabilities rise together.
  static Normal from_percentiles(Percentile low, Percentile high);

  [[nodiscard]] double quantile(double p) const;
  /// The value that is `score` standard deviations above the mean.
  [[nodiscard]] double at_score(double score) const { return mean_ + sd_ * score; }
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double standard_deviation() const { return sd_; }
  [[nodiscard]] double mode() const { return mean_; }
  [[nodiscard]] double minimum() const;
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Normal&, const Normal&) = default;

private:
  Normal(double mean, double sd) : mean_(mean), sd_(sd) {}

  double mean_;
  double sd_;
};

}  // namespace wayworth::engine
