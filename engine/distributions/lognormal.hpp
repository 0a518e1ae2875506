#pragma once

#include <span>
#include <string>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// Lognormal distribution, given by the mean and standard deviation of the value itself (not of its logarithm).
/// sd 0 is a certain value.
class Lognormal {
public:
  /// \throws InputError unless mean > 0 and sd >= 0, both finite.
  static Lognormal make(double mean, double sd);

  /// The lognormal with these two percentiles.
  /// \throws InputError unless 0 < low < high, both probabilities lie in (0, 1) and rise as well.
  static Lognormal from_percentiles(Percentile low, Percentile high);

  /// `low to high`: a 90 % interval, P5 and P95. low == high is a certain value.
  /// \throws InputError unless 0 < low <= high.
  static Lognormal from_interval(double low, double high);

  [[nodiscard]] double quantile(double p) const;
  /// The value whose logarithm is `score` standard deviations above its mean.
  [[nodiscard]] double at_score(double score) const;
  /// values[i] = at_score(scores[i]), to the bit, and several at a time; both have one size and may be one span.
  void at_scores(std::span<const double> scores, std::span<double> values) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double standard_deviation() const { return sd_; }
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return sd_ == 0.0 ? mean_ : 0.0; }
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;
  /// Mean and standard deviation of the logarithm.
  [[nodiscard]] double mu_log() const { return mu_log_; }
  [[nodiscard]] double sigma_log() const { return sigma_log_; }

  friend bool operator==(const Lognormal&, const Lognormal&) = default;

private:
  Lognormal(double mean, double sd, double mu_log, double sigma_log)
      : mean_(mean), sd_(sd), mu_log_(mu_log), sigma_log_(sigma_log) {}

  double mean_;
  double sd_;
  double mu_log_;
  double sigma_log_;
};

}  // namespace wayworth::engine
