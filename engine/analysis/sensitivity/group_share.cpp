#include "engine/analysis/sensitivity/group_share.hpp"

#include <algorithm>

#include "engine/analysis/sensitivity/regression.hpp"
#include "engine/analysis/sensitivity/trial_groups.hpp"

namespace wayworth::engine {

namespace {

/// Freed of what so many inputs explain by chance. Source: Wherry, "A new formula for predicting the shrinkage of the
/// coefficient of multiple correlation", Annals of Mathematical Statistics 2, 1931.
double adjusted(double r_squared, std::size_t trials, std::size_t inputs) {
  if (trials <= inputs + 1) return r_squared;
  return 1.0 - (1.0 - r_squared) * static_cast<double>(trials - 1) / static_cast<double>(trials - inputs - 1);
}

std::vector<std::span<const double>> columns_of(const InputGroup& group, const std::vector<DrawnInput>& inputs) {
  std::vector<std::span<const double>> columns;
  for (const DrawnInput& input : inputs) {
    const bool is_in = std::find(group.inputs.begin(), group.inputs.end(), input.id) != group.inputs.end();
    if (is_in) columns.push_back(input.values);
  }
  return columns;
}

}  // namespace

std::vector<GroupShare> correlated_shares(const Experiment& experiment, const std::vector<DrawnInput>& inputs,
                                          std::span<const double> output) {
  std::vector<GroupShare> shares;
  for (InputGroup& group : single_inputs(experiment)) {
    if (group.inputs.size() < 2) continue;
    const auto columns = columns_of(group, inputs);
    const auto share_in = [&](std::size_t from, std::size_t count) {
      std::vector<std::span<const double>> part;
      for (const std::span<const double> column : columns) part.push_back(column.subspan(from, count));
      const double r_squared = regression_sensitivity(part, output.subspan(from, count)).r_squared;
      return std::vector<double>{adjusted(r_squared, count, columns.size())};
    };
    shares.push_back({std::move(group), estimates_with_errors(output.size(), share_in).front()});
  }
  return shares;
}

}  // namespace wayworth::engine
