#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "engine/stats/column_totals.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// The quantiles every figure is reported with; P10 is the value with a 10 % chance of less.
inline constexpr std::array<double, 7> summary_probabilities = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

/// The share of worst trials that CVaR is the mean of.
inline constexpr double summary_tail = 0.05;

/// What the trials say about one output.
/// A trial's value may be undefined (NaN: ROI without cost) or never (+infinity: no payback within the horizon).
struct Summary {
  std::uint64_t count = 0;      ///< trials
  std::uint64_t undefined = 0;  ///< of which undefined
  std::uint64_t never = 0;      ///< of which never

  std::optional<Estimate> mean;              ///< only if every value is defined and finite
  std::optional<double> standard_deviation;  ///< sample sd (n - 1), same condition
  std::optional<Estimate> cvar;              ///< mean of the worst summary_tail, same condition

  /// Over the defined values, never sorted last; empty when there is none.
  std::optional<std::array<Estimate, summary_probabilities.size()>> quantiles;
  std::optional<double> minimum;
  std::optional<double> maximum;

  /// Share of the defined values that are below 0 (0 itself is no loss), with its 95 % interval (Wilson).
  std::optional<Estimate> probability_of_loss;
  std::optional<Interval> probability_of_loss_interval;
};

/// A replicate of so many trials has 20 of them below its P5, and so tells how far its tails are off.
inline constexpr std::size_t least_trials_for_tail_errors = 400;

/// Same column, same bits.
///
/// The estimates are those of all trials together. With replicates the standard errors are those that the replicates
/// show. Shorter replicates than least_trials_for_tail_errors say little about tails: quantiles and CVaR then have the
/// errors of independent trials, which stratified and low-discrepancy samples keep below but for a small factor.
/// \param replicates  that the column consists of, one after the other; 1 for independent trials
Summary summarise(std::span<const double> column, std::size_t replicates);

/// Of a column that was not kept: quantiles and CVaR are off by less than 0.1 % of their values, which their errors
/// allow for, and have the errors of independent trials.
Summary summarise(const ColumnTotals& totals);

}  // namespace wayworth::engine
