#pragma once

#include <cstddef>
#include <span>
#include <vector>

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
template <class EstimateFigures>
std::vector<Estimate> estimates_with_errors(std::size_t trials, EstimateFigures estimate) {
  const std::vector<double> values = estimate(std::size_t{0}, trials);
  const std::size_t in_group = trials / trial_groups;
  std::vector<std::vector<double>> by_figure(values.size());
  for (std::size_t group = 0; group < trial_groups && in_group >= least_trials_in_group; ++group) {
    const std::vector<double> in_this = estimate(group * in_group, in_group);
    for (std::size_t i = 0; i < values.size(); ++i) by_figure[i].push_back(in_this[i]);
  }
  std::vector<Estimate> estimates;
  for (std::size_t i = 0; i < values.size(); ++i) estimates.push_back({values[i], standard_error_of(by_figure[i])});
  return estimates;
}

}  // namespace wayworth::engine
