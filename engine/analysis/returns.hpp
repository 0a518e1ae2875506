#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/finance/internal_rate_of_return.hpp"
#include "engine/finance/modified_internal_rate_of_return.hpp"
#include "engine/results/results.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What a cash flow returns a year: rates are annual effective fractions.
struct ReturnOfFlow {
  InternalRateStatus status = InternalRateStatus::none;
  std::vector<double> rates;         ///< all internal rates that were found, ascending
  std::optional<Estimate> internal;  ///< the one, when the status is ok
  std::optional<Estimate> modified;  ///< empty when nothing is spent
};

struct ReturnPercentiles {
  Estimate p10;
  Estimate p50;
  Estimate p90;
};

/// What the cash flows of single trials return. There is no mean: over the trials that have a rate it would be one of
/// chosen trials, and what it weighs is no money.
struct ReturnsOfTrials {
  std::uint64_t trials = 0;                                                    ///< the first so many
  std::array<std::uint64_t, internal_rate_status_count> internal_by_status{};  ///< number of trials
  std::uint64_t without_modified = 0;

  /// Only if at least least_share_with_rate of the trials have a rate; of those.
  std::optional<ReturnPercentiles> internal;
  std::optional<ReturnPercentiles> modified;
};
inline constexpr double least_share_with_rate = 0.95;

/// How cash flows are made into rates.
struct ReturnTerms {
  FlowGrid grid;
  ModifiedRates rates;
};

/// A programme's: the headline is what its mean cash flow returns.
struct ProgrammeReturns {
  ReturnOfFlow of_mean_flow;
  ReturnsOfTrials of_trials;
};

/// \param flow  entry 0 at the very start, then one a step; at least one step
/// \param npv   its present value at terms.rates.finance; the errors of the rates are made from its error, to first
///              order
ReturnOfFlow return_of_flow(std::span<const double> flow, const Estimate& npv, const ReturnTerms& terms);

/// \param kept   at least one trial
/// \param guess  an internal rate that is near to those of most trials, such as that of the mean flow
ReturnsOfTrials returns_of_trials(const KeptFlows& kept, const ReturnTerms& terms, double guess = 0.1);

/// Entry by entry, over all trials, and over the kept ones.
std::vector<double> mean_flow(const FlowSeries& net);
std::vector<double> mean_flow(const KeptFlows& kept);

}  // namespace wayworth::engine
