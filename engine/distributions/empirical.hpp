#pragma once

#include <string>
#include <vector>

namespace wayworth::engine {

/// Observed values, with straight lines between neighbours: quantiles as of spreadsheets' PERCENTILE.INC.
/// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996, type 7.
class Empirical {
public:
  /// \param values  in any order; equal ones count as often as they appear
  /// \param name    where they are from, for describe(): `"calls.csv", "wait"`
  /// \throws InputError unless there are at least two values, all finite.
  static Empirical make(std::vector<double> values, std::string name);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  /// Of the smoothed distribution, not of the list.
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  /// The median: a list of observations has no peak of its own.
  [[nodiscard]] double mode() const { return quantile(0.5); }
  [[nodiscard]] double minimum() const { return values_.front(); }
  [[nodiscard]] double maximum() const { return values_.back(); }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Empirical&, const Empirical&) = default;

private:
  Empirical(std::vector<double> values, std::string name);
  [[nodiscard]] double steps() const { return static_cast<double>(values_.size() - 1); }

  std::vector<double> values_;  // rising
  std::string name_;
};

}  // namespace wayworth::engine
