#include "engine/analysis/sensitivity/perfect_information.hpp"

#include <algorithm>

#include "engine/stats/moments.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

std::size_t best_on_average(const std::vector<std::span<const double>>& choices) {
  std::vector<double> means;
  for (const std::span<const double> choice : choices) {
    Moments moments;
    moments.add(choice);
    means.push_back(moments.mean());
  }
  return static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
}

PerfectInformation perfect_information(const std::vector<std::span<const double>>& choices, std::size_t replicates) {
  PerfectInformation found;
  found.best = best_on_average(choices);
  for (const std::span<const double> choice : choices) found.means.push_back(mean_estimate(choice, replicates));
  const std::size_t trials = choices.front().size();
  std::vector<double> share_best(choices.size(), 0.0);
  std::vector<double> greatest(trials);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    greatest[trial] = choices.front()[trial];
    for (const std::span<const double> choice : choices) greatest[trial] = std::max(greatest[trial], choice[trial]);
    double equals = 0.0;
    for (const std::span<const double> choice : choices) equals += choice[trial] == greatest[trial] ? 1.0 : 0.0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i][trial] == greatest[trial]) share_best[i] += 1.0 / equals;
    }
  }
  for (double& share : share_best) share /= static_cast<double>(trials);
  found.share_best = std::move(share_best);
  std::vector<double> regret(trials);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    for (std::size_t trial = 0; trial < trials; ++trial) regret[trial] = greatest[trial] - choices[i][trial];
    const Estimate mean = mean_estimate(regret, replicates);
    found.expected_regret.push_back(mean.value);
    if (i == found.best) found.value = mean;
  }
  return found;
}

}  // namespace wayworth::engine
