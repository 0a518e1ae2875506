#pragma once

#include <span>
#include <vector>

#include "engine/plan/plan.hpp"
#include "engine/results/results.hpp"
#include "engine/stats/sorted_column.hpp"

namespace wayworth::engine {

/// What an input drew in the trials of a run, sorted once for every analysis of that run.
struct DrawnInput {
  InputId id{};
  std::span<const double> values;  ///< by trial; of the results, which must outlive this
  SortedColumn sorted;
};

std::vector<DrawnInput> drawn_inputs(const std::vector<InputColumn>& columns, std::size_t threads);

/// Those of `all` that are among `wanted`, in the order of `wanted`.
std::vector<const DrawnInput*> chosen_inputs(const std::vector<DrawnInput>& all, const std::vector<PlanInput>& wanted);

}  // namespace wayworth::engine
