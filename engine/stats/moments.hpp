#pragma once

#include <cstdint>
#include <span>

#include "engine/stats/estimate.hpp"
#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::engine {

/// Mean and variance of many values, added block by block. Blocks may be computed anywhere and merged: in the same
/// order, the result has the same bits.
/// Source: Chan, Golub and LeVeque, "Algorithms for computing the sample variance", The American Statistician 37, 1983.
class Moments {
public:
  /// Adds one block of finite values.
  void add(std::span<const double> block);
  /// Adds one value `count` times over.
  void add_repeated(double value, std::uint64_t count);
  void merge(const Moments& other);

  [[nodiscard]] std::uint64_t count() const { return count_; }

  /// 0 without values.
  [[nodiscard]] double mean() const;

  /// Sample variance (n - 1) and its root; 0 for fewer than two values.
  [[nodiscard]] double variance() const;
  [[nodiscard]] double standard_deviation() const;

  /// Of the mean of independent values: sd / sqrt(n); infinite for fewer than two values.
  [[nodiscard]] double standard_error() const;

  [[nodiscard]] Estimate mean_estimate() const { return {mean(), standard_error()}; }

private:
  std::uint64_t count_ = 0;
  NeumaierSum sum_;
  NeumaierSum squared_deviations_;  // from the mean of all values so far
};

}  // namespace wayworth::engine
