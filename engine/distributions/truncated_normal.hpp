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
  [[nodiscard]] double minimum() const { return low_; }
  [[nodiscard]] double maximum() const { return high_; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const TruncatedNormal&, const TruncatedNormal&) = default;

private:
  TruncatedNormal(double parent_mean, double parent_sd, double low, double high);

  double parent_mean_;
  double parent_sd_;
  double low_;  // in the value's unit, as z_low_ below in standard deviations of the parent
  double high_;
  double z_low_ = 0.0;
  double z_high_ = 0.0;
  double below_ = 0.0;   // parent's probability below low
  double above_ = 0.0;   // parent's probability above high
  double inside_ = 0.0;  // parent's probability of [low, high]
};

}  // namespace wayworth::engine
