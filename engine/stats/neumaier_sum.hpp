#pragma once

#include <cmath>

namespace wayworth::engine {

/// A sum that also carries the rounding errors of its additions, so that its error does not grow with their number.
/// Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.
class NeumaierSum {
public:
  void add(double x) {
    const double sum = sum_ + x;
    error_ += std::abs(sum_) >= std::abs(x) ? (sum_ - sum) + x : (x - sum) + sum_;
    sum_ = sum;
  }

  void merge(const NeumaierSum& other) {
    add(other.sum_);
    error_ += other.error_;
  }

  [[nodiscard]] double value() const { return sum_ + error_; }

private:
  double sum_ = 0.0;
  double error_ = 0.0;
};

}  // namespace wayworth::engine
