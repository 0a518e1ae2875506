#pragma once

#include <string>

namespace wayworth::engine {

/// Normal distribution that is known to lie in [low, high]; mean and sd are those of the parent, before truncation.
/// sd 0 or low == high is a certain value. Tails are measured from the nearer end, so that truncation far from the
/// parent's mean keeps its digits.
class TruncatedNormal {
public:
  /// low may be -infinity and high +infinity.
  /// \throws InputError unless parent_mean is finite, parent_sd >= 0, low <= high, and [low, high] holds at least 1e-12
  /// of the parent.
  static TruncatedNormal make(double parent_mean, double parent_sd, double low, double high);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const;
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const TruncatedNormal&, const TruncatedNormal&) = default;

private:
  struct Moments {
    double mean;
    double variance;
  };

  TruncatedNormal(double parent_mean, double parent_sd, double low, double high);
  [[nodiscard]] Moments standard_moments() const;  // in standard deviations from the parent's mean

  double parent_mean_;
  double parent_sd_;
  double low_;
  double high_;
  // Of the parent, unless the value is certain: the ends in standard deviations, and probabilities.
  double z_low_ = 0.0;
  double z_high_ = 0.0;
  double below_ = 0.0;
  double above_ = 0.0;
  double inside_ = 0.0;
};

}  // namespace wayworth::engine
