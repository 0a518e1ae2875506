#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "engine/execute/kernels.hpp"
#include "engine/random/sampling.hpp"
#include "engine/stats/column_totals.hpp"

namespace wayworth::engine {

/// Totals of columns of which not every trial is kept, summed up block by block.
class ColumnTallies {
public:
  /// \param groups  of trials, numbered in their order; blocks of one group come in the order of the trials
  ColumnTallies(std::size_t columns, std::size_t groups, const Replicates& replicates);

  /// The values of `trials` trials from `first` on. Different groups may come from different threads at the same time.
  void add(std::size_t column, std::size_t group, std::uint64_t first, Operand value, std::size_t trials);

  /// By column: the same bits for any order in which groups came.
  std::vector<ColumnTotals> finish();

private:
  struct SharedCounts {
    std::mutex mutex;
    ValueCounts counts;
  };
  /// Some trials of one replicate.
  struct Part {
    std::uint64_t replicate;
    ColumnTotals::Replicate totals;
  };

  void add_to_part(std::vector<Part>& parts, std::uint64_t replicate, Operand value, std::size_t trials);

  std::size_t columns_;
  Replicates replicates_;
  std::vector<SharedCounts> counts_;      ///< by column
  std::vector<std::vector<Part>> parts_;  ///< by group, then by column
};

}  // namespace wayworth::engine
