#pragma once

#include <string>

namespace wayworth::engine {

/// Every value in [low, high] is equally likely; low == high is a certain value.
class Uniform {
public:
  /// \throws InputError unless low and high are finite and low <= high.
  static Uniform make(double low, double high);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return low_ + 0.5 * (high_ - low_); }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const { return mean(); }
  [[nodiscard]] double minimum() const { return low_; }
  [[nodiscard]] double maximum() const { return high_; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Uniform&, const Uniform&) = default;

private:
  Uniform(double low, double high) : low_(low), high_(high) {}

  double low_;
  double high_;
};

}  // namespace wayworth::engine
