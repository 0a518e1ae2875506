#include "engine/execute/column_bounds.hpp"

#include <algorithm>
#include <array>

#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {

namespace {

/// Several running values side by side, which the compiler keeps in a register.
constexpr std::size_t at_a_time = 16;

WAYWORTH_VECTOR_KERNEL
void find_bounds(std::span<const double> values, Bounds& bounds, bool& are_numbers) {
  std::array<double, at_a_time> least;
  std::array<double, at_a_time> greatest;
  std::array<double, at_a_time> difference{};  // of each value to itself: 0, unless it is no number
  least.fill(bounds.least);
  greatest.fill(bounds.greatest);
  const auto note = [&](std::size_t lane, double x) __attribute__((always_inline)) {
    least[lane] = x < least[lane] ? x : least[lane];
    greatest[lane] = x > greatest[lane] ? x : greatest[lane];
    difference[lane] += x == x ? 0.0 : 1.0;
  };
  std::size_t i = 0;
  for (; i + at_a_time <= values.size(); i += at_a_time) {
    for (std::size_t lane = 0; lane < at_a_time; ++lane) note(lane, values[i + lane]);
  }
  for (; i < values.size(); ++i) note(0, values[i]);
  for (std::size_t lane = 0; lane < at_a_time; ++lane) {
    bounds.least = std::min(bounds.least, least[lane]);
    bounds.greatest = std::max(bounds.greatest, greatest[lane]);
    are_numbers = are_numbers && difference[lane] == 0.0;
  }
}

/// x * 0 is 0 where x is finite.
WAYWORTH_VECTOR_KERNEL
void sum_of_nothing(std::span<const double> values, double& sum) {
  std::array<double, at_a_time> sums{};
  std::size_t i = 0;
  for (; i + at_a_time <= values.size(); i += at_a_time) {
    for (std::size_t lane = 0; lane < at_a_time; ++lane) sums[lane] += values[i + lane] * 0.0;
  }
  for (; i < values.size(); ++i) sum += values[i] * 0.0;
  for (const double in_lane : sums) sum += in_lane;
}

}  // namespace

Bounds bounds_of_column(std::span<const double> values) {
  Bounds bounds = Bounds::none();
  bool are_numbers = true;
  find_bounds(values, bounds, are_numbers);
  return are_numbers ? bounds : Bounds{};
}

bool are_finite(std::span<const double> values) {
  double sum = 0.0;
  sum_of_nothing(values, sum);
  return sum == 0.0;
}

}  // namespace wayworth::engine
