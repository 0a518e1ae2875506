#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wayworth::engine {

/// A choice between listed values, by weight. Values are kept in rising order, so that a larger p gives a larger value.
class Discrete {
public:
  /// Weights are normalised; values that appear twice add up; values of weight 0 are dropped.
  /// \throws InputError when there is no value, the numbers of values and weights differ, a value is not finite, a
  /// weight is negative, or all weights are 0.
  static Discrete make(const std::vector<double>& values, const std::vector<double>& weights);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return values_.front(); }
  [[nodiscard]] double maximum() const { return values_.back(); }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Discrete&, const Discrete&) = default;

private:
  Discrete(std::vector<double> values, std::vector<double> cumulative);
  [[nodiscard]] double probability(std::size_t index) const;

  std::vector<double> values_;      // strictly rising
  std::vector<double> cumulative_;  // probability of this value or less; the last is 1
};

}  // namespace wayworth::engine
