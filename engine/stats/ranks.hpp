#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wayworth::engine {

/// The places of the values from the smallest to the greatest; equal values in the order of their places.
std::vector<std::size_t> ascending_order(std::span<const double> values);

/// The rank of each value, from 1; equal values share their mean rank.
std::vector<double> average_ranks(std::span<const double> values);

}  // namespace wayworth::engine
