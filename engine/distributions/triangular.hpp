#pragma once

#include <string>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// Triangular distribution on [low, high] with its peak at mode; low == high is a certain value.
/// Source: Kotz and van Dorp, "Beyond Beta", 2004, chapter 1.
class Triangular {
public:
  /// \throws InputError unless all are finite and low <= mode <= high.
  static Triangular make(double low, double mode, double high);

  /// The triangular distribution with this mode and these percentiles.
  /// \throws InputError unless probabilities and values rise and the mode lies between the values (or all are equal).
  static Triangular from_percentiles(Percentile low, double mode, Percentile high);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const { return mode_; }
  [[nodiscard]] double minimum() const { return low_; }
  [[nodiscard]] double maximum() const { return high_; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Triangular&, const Triangular&) = default;

private:
  Triangular(double low, double mode, double high) : low_(low), mode_(mode), high_(high) {}

  double low_;
  double mode_;
  double high_;
};

}  // namespace wayworth::engine
