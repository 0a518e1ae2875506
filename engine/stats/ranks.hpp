#pragma once

#include <span>
#include <vector>

namespace wayworth::engine {

/// The rank of each value, from 1; equal values share their mean rank.
std::vector<double> average_ranks(std::span<const double> values);

}  // namespace wayworth::engine
