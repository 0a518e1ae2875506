#pragma once

#include <cstddef>
#include <vector>

namespace wayworth::engine {

/// A matrix of size x size numbers, zero when made.
class SquareMatrix {
public:
  explicit SquareMatrix(std::size_t size) : size_(size), entries_(size * size, 0.0) {}

  /// Ones on the diagonal.
  static SquareMatrix identity(std::size_t size) {
    SquareMatrix matrix(size);
    for (std::size_t i = 0; i < size; ++i) matrix(i, i) = 1.0;
    return matrix;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  double& operator()(std::size_t row, std::size_t column) { return entries_[row * size_ + column]; }
  double operator()(std::size_t row, std::size_t column) const { return entries_[row * size_ + column]; }

  void set_both(std::size_t i, std::size_t j, double value) {
    (*this)(i, j) = value;
    (*this)(j, i) = value;
  }

  friend bool operator==(const SquareMatrix&, const SquareMatrix&) = default;

private:
  std::size_t size_;
  std::vector<double> entries_;
};

}  // namespace wayworth::engine
