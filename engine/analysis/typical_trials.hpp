#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/results/results.hpp"

namespace wayworth::engine {

/// A trial to look at.
struct TypicalTrial {
  std::uint64_t trial = 0;              ///< from 0
  std::optional<double> probability{};  ///< its NPV is that quantile of all; none: one of the first trials
};

/// The first trials, and those whose NPV of the first option's programme comes closest to the least, P5, P10, P25,
/// P50, P75, P90, P95 and the greatest; each once. Of trials that are as close, the first.
std::vector<TypicalTrial> typical_trials(const Results& results);

}  // namespace wayworth::engine
