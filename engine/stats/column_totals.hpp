#pragma once

#include <cstdint>
#include <vector>

#include "engine/stats/moments.hpp"
#include "engine/stats/value_counts.hpp"

namespace wayworth::engine {

/// All that is kept of a column with more trials than memory is to hold: enough for a Summary.
struct ColumnTotals {
  struct Replicate {
    Moments moments;            ///< of the finite values
    std::uint64_t defined = 0;  ///< values but the undefined ones
    std::uint64_t losses = 0;   ///< values below 0
  };

  ValueCounts counts;
  std::vector<Replicate> replicates;
};

/// The mean of finite values, with the error that the replicates show.
Estimate mean_estimate(const ColumnTotals& totals);

}  // namespace wayworth::engine
