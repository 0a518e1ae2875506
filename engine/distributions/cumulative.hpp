#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/distributions/percentile.hpp"

namespace wayworth::engine {

/// Straight lines between stated percentiles: any value between two neighbours is as likely.
class Cumulative {
public:
  /// \throws InputError unless there are at least two points, values and probabilities are finite and rise strictly,
  /// and the probabilities go from 0 to 1.
  static Cumulative make(std::span<const Percentile> points);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  /// The middle of the stretch with the highest density; of equal ones the lowest.
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return values_.front(); }
  [[nodiscard]] double maximum() const { return values_.back(); }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Cumulative&, const Cumulative&) = default;

private:
  Cumulative(std::vector<double> values, std::vector<double> probabilities);

  std::vector<double> values_;
  std::vector<double> probabilities_;
};

}  // namespace wayworth::engine
