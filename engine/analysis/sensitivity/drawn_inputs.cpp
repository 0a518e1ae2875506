#include "engine/analysis/sensitivity/drawn_inputs.hpp"

#include <algorithm>

#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

std::vector<DrawnInput> drawn_inputs(const std::vector<InputColumn>& columns, std::size_t threads) {
  std::vector<DrawnInput> drawn(columns.size());
  in_parallel(columns.size(), threads, [&](std::size_t i) {
    drawn[i] = {columns[i].input, columns[i].values, SortedColumn(columns[i].values)};
  });
  return drawn;
}

std::vector<const DrawnInput*> chosen_inputs(const std::vector<DrawnInput>& all, const std::vector<PlanInput>& wanted) {
  std::vector<const DrawnInput*> chosen;
  for (const PlanInput& input : wanted) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const DrawnInput& one) { return one.id == input.id; });
    if (found != all.end()) chosen.push_back(&*found);
  }
  return chosen;
}

}  // namespace wayworth::engine
