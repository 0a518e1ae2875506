#include "engine/dependence/lower_triangle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {
namespace {

/// Trials that are summed together, so that the sums stay in registers while all columns are added.
constexpr std::size_t tile = 32;

/// out[i] = the sum over j of weights[j] * columns[j * stride + i], in the order of j.
WAYWORTH_VECTOR_KERNEL
void mix_columns(const double* weights, std::size_t count, const double* columns, std::size_t stride, double* out,
                 std::size_t trials) {
  for (std::size_t begin = 0; begin + tile <= trials; begin += tile) {
    std::array<double, tile> sum{};
    for (std::size_t j = 0; j < count; ++j) {
      const double* const column = columns + j * stride + begin;
      for (std::size_t i = 0; i < tile; ++i) sum[i] += weights[j] * column[i];
    }
    std::copy(sum.begin(), sum.end(), out + begin);
  }
  for (std::size_t i = trials - trials % tile; i < trials; ++i) {
    double sum = 0.0;
    for (std::size_t j = 0; j < count; ++j) sum += weights[j] * columns[j * stride + i];
    out[i] = sum;
  }
}

}  // namespace

LowerTriangle LowerTriangle::leading(std::size_t size) const {
  LowerTriangle part(size);
  std::copy_n(entries_.begin(), part.entries_.size(), part.entries_.begin());
  return part;
}

std::optional<LowerTriangle> cholesky_factor(const SquareMatrix& matrix) {
  constexpr double no_variance_left = 1e-10;
  constexpr double no_covariance_left = 1e-5;  // its root: the most that so little variance allows
  LowerTriangle factor(matrix.size());
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    const std::span<double> row = factor.row(i);
    double variance_left = matrix(i, i);
    for (std::size_t j = 0; j < i; ++j) {
      const std::span<const double> other = factor.row(j);
      const double explained = std::inner_product(other.begin(), other.end() - 1, row.begin(), 0.0);
      const double covariance_left = matrix(i, j) - explained;
      if (other[j] == 0.0 && std::abs(covariance_left) > no_covariance_left) return std::nullopt;
      row[j] = other[j] == 0.0 ? 0.0 : covariance_left / other[j];
      variance_left -= row[j] * row[j];
    }
    if (variance_left < -no_variance_left) return std::nullopt;
    row[i] = variance_left <= no_variance_left ? 0.0 : std::sqrt(variance_left);
  }
  return factor;
}

void correlate(const LowerTriangle& factor, std::span<double> columns, std::size_t trials) {
  // From the last column to the first: a column is made of itself and of those before it, which are still as they were.
  for (std::size_t i = factor.size(); i-- > 0;) {
    mix_columns(factor.row(i).data(), i + 1, columns.data(), trials, columns.data() + i * trials, trials);
  }
}

}  // namespace wayworth::engine
