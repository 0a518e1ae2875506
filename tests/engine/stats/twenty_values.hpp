#pragma once

#include <array>

namespace wayworth::tests {

/// A small column whose statistics are known from numpy, scipy and R.
inline constexpr std::array<double, 20> twenty_values = {3.2, -1.5, 0.7, 8.8, 4.1, 2.2, -0.3, 5.6,  9.9,  1.1,
                                                         6.4, -2.7, 3.9, 7.3, 0.2, 2.9, 4.8,  11.5, -4.2, 1.8};

}  // namespace wayworth::tests
