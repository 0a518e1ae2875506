#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/execute/in_parallel.hpp"
#include "engine/stats/estimate.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

/// So many groups of trials show by their spread how far an estimate is off; the replicates of stratified and
/// low-discrepancy samples are these groups.
inline constexpr std::size_t trial_groups = 16;

/// Below so many trials a group says nothing about a correlation or a share of variance.
inline constexpr std::size_t least_trials_in_group = 8;

/// What `estimate` finds in all trials, with the standard error that the spread over groups of trials shows; infinite
/// where the groups are too small. A remainder of trials that fills no group counts for the estimates only.
/// \param estimate  (first trial, number of trials) -> one number each for any list of figures, finite or NaN
/// \param threads   on which `estimate` may be called at the same time
template <class EstimateFigures>
std::vector<Estimate> estimates_with_errors(std::size_t trials, EstimateFigures estimate, std::size_t threads = 1) {
  const std::size_t in_group = trials / trial_groups;
  const std::size_t groups = in_group < least_trials_in_group ? 0 : trial_groups;
  std::vector<double> values;
  std::vector<std::vector<double>> by_group(groups);
  in_parallel(groups + 1, threads, [&](std::size_t i) {
    if (i == 0) {
      values = estimate(std::size_t{0}, trials);
    } else {
      by_group[i - 1] = estimate((i - 1) * in_group, in_group);
    }
  });
  std::vector<Estimate> estimates;
  for (std::size_t figure = 0; figure < values.size(); ++figure) {
    std::vector<double> of_groups;
    for (const std::vector<double>& one : by_group) of_groups.push_back(one[figure]);
    estimates.push_back({values[figure], standard_error_of(of_groups)});
  }
  return estimates;
}

}  // namespace wayworth::engine
