#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/finance/internal_rate_of_return.hpp"

namespace wayworth::engine {

/// What a simulation's cash flows return.
struct InternalRates {
  std::vector<double> rates;                                          ///< by flow; NaN unless its status is ok
  std::array<std::uint64_t, internal_rate_status_count> by_status{};  ///< number of flows
};

/// internal_rate_of_return of many cash flows on one grid, several at a time: about five times as fast as one by one.
/// Each flow's rate depends on that flow, and in its last digits on the guess, alone.
/// \param values  entry by entry: values[entry * count + flow]
/// \param count   of flows, at least 1
/// \param guess   a rate that is near to most of them saves a third of the time
InternalRates internal_rates_of_return(std::span<const double> values, std::size_t count, const FlowGrid& grid,
                                       double guess = 0.1);

}  // namespace wayworth::engine
