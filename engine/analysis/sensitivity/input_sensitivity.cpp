#include "engine/analysis/sensitivity/input_sensitivity.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/regression.hpp"
#include "engine/analysis/sensitivity/trial_groups.hpp"
#include "engine/stats/ranks.hpp"

namespace wayworth::engine {

namespace {

using Inputs = std::vector<const DrawnInput*>;

/// SRC, then PCC, then SRRC, PRCC and Spearman's correlation of every input, in some consecutive trials.
std::vector<double> regressions(const Inputs& inputs, std::span<const double> output, std::size_t first,
                                std::size_t count) {
  std::vector<std::span<const double>> values;
  std::vector<std::vector<double>> ranks;
  for (const DrawnInput* const input : inputs) {
    values.push_back(input->values.subspan(first, count));
    const bool is_all = count == output.size();
    ranks.push_back(is_all ? input->sorted.average_ranks() : input->sorted.part(first, count).average_ranks());
  }
  const std::span<const double> outputs = output.subspan(first, count);
  const RegressionSensitivity by_value = regression_sensitivity(values, outputs);
  const std::vector<double> output_ranks = average_ranks(outputs);
  const RegressionSensitivity by_rank = regression_sensitivity({ranks.begin(), ranks.end()}, output_ranks);
  std::vector<double> all;
  for (const std::vector<double>* figures :
       {&by_value.standardised, &by_value.partial, &by_rank.standardised, &by_rank.partial}) {
    all.insert(all.end(), figures->begin(), figures->end());
  }
  for (const std::vector<double>& rank : ranks) all.push_back(correlation(rank, output_ranks));
  all.insert(all.end(), {by_value.r_squared, by_rank.r_squared});
  return all;
}

Estimate first_order(const SortedColumn& input, std::span<const double> output) {
  return estimates_with_errors(output.size(),
                               [&](std::size_t first, std::size_t count) {
                                 const std::size_t most = bins_for_variance(count);
                                 const Bins bins =
                                     count == output.size() ? Bins(input, most) : Bins(input.part(first, count), most);
                                 return std::vector<double>{first_order_share(bins, output.subspan(first, count))};
                               })
      .front();
}

double error_of_swing(const InputSensitivity& input) {
  return std::hypot(input.change.lowest.standard_error, input.change.highest.standard_error);
}

/// An input has the rank of the one before unless the first one of that rank swings clearly more.
void assign_ranks(std::vector<InputSensitivity>& inputs) {
  std::size_t first_of_rank = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const InputSensitivity& leader = inputs[first_of_rank];
    const double error = std::hypot(error_of_swing(leader), error_of_swing(inputs[i]));
    if (leader.swing() - inputs[i].swing() > 2.0 * error) first_of_rank = i;
    inputs[i].rank = first_of_rank + 1;
  }
}

}  // namespace

TrialSensitivity sensitivity_from_trials(const Inputs& inputs, std::span<const double> output, std::size_t threads) {
  const std::vector<Estimate> all = estimates_with_errors(
      output.size(), [&](std::size_t first, std::size_t count) { return regressions(inputs, output, first, count); },
      threads);
  TrialSensitivity found;
  const std::size_t count = inputs.size();
  found.inputs.resize(count);
  in_parallel(count, threads, [&](std::size_t i) {
    const SortedColumn& sorted = inputs[i]->sorted;
    found.inputs[i] = {.input = inputs[i]->id,
                       .change = change_in_mean(Bins(sorted, tornado_bins), output),
                       .first_order = first_order(sorted, output),
                       .spearman = all[4 * count + i],
                       .standardised = all[i],
                       .standardised_rank = all[2 * count + i],
                       .partial = all[count + i],
                       .partial_rank = all[3 * count + i]};
  });
  found.r_squared = all[5 * count].value;
  found.rank_r_squared = all[5 * count + 1].value;
  std::stable_sort(found.inputs.begin(), found.inputs.end(),
                   [](const InputSensitivity& a, const InputSensitivity& b) { return a.swing() > b.swing(); });
  assign_ranks(found.inputs);
  return found;
}

}  // namespace wayworth::engine
