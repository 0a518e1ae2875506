#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace wayworth::engine {

/// Point number `i` of an even grid of so many; the last one is `high` to the bit.
double grid_point(double low, double high, std::size_t i, std::size_t points);

/// Every place in [low, high] where `f` changes its sign, ascending, to a relative 1e-9 of the range: found between the
/// points of an even grid, so that two changes between neighbouring points stay unseen. Where `f` is not finite,
/// nothing is found. Empty when there is none. Source: Alefeld, Potra and Shi, "Algorithm 748: Enclosing zeros of
/// continuous functions", ACM TOMS 21, 1995.
std::vector<double> sign_changes(const std::function<double(double)>& f, double low, double high,
                                 std::size_t points = 33);

}  // namespace wayworth::engine
