#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace wayworth::engine {

/// The smallest count whose probability of itself or less is at least p.
/// \param guess  anything near it; the answer does not depend on it
double smallest_count(double p, double guess, const std::function<double(double)>& cdf);

/// A fast quantile function of a distribution on 0, 1, 2, ...: a table of its probabilities, and for every stretch of p
/// the count to begin the search with. The counts are the exact ones, everywhere.
/// Source: Chen and Asau, "On generating random variates from an empirical distribution", AIIE Transactions 6, 1974.
class CountTable {
public:
  /// \param cdf    probability of a count or less
  /// \param exact  the slow quantile function, for what lies beyond the table
  CountTable(const std::function<double(double)>& cdf, std::function<double(double)> exact);

  /// \param p  in (0, 1)
  [[nodiscard]] double quantile(double p) const;

private:
  double first_ = 0.0;              // the count that the table begins with
  double below_ = 0.0;              // the probability of less than that
  std::vector<double> cumulative_;  // of first_, first_ + 1, ...: itself or less; empty when they would be too many
  std::vector<std::size_t> guide_;  // for p in [i / size, (i + 1) / size): no count before this entry
  std::function<double(double)> exact_;
};

}  // namespace wayworth::engine
