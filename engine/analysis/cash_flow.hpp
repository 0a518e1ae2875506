#pragma once

#include <cstddef>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// Net cash over time in periods of so many steps; a last period that the horizon cuts short is kept. Entry 0 is what
/// is paid at the very start, entry p sums the p-th group of steps.
///
/// Means are over all trials, percentiles over the kept ones. The standard errors of the means are those that the
/// replicates show when every trial was kept; else they are those of as many independent trials, from the spread of the
/// kept ones, which stratified and low-discrepancy samples keep below but for a small factor.
/// \param net               of the programme of the option that `kept` is of, with as many entries
/// \param kept              at least one trial
/// \param replicates        that the trials consist of; 1 for independent trials
/// \param steps_per_period  at least 1
CashFlow cash_flow(const FlowSeries& net, const KeptFlows& kept, std::size_t replicates, std::size_t steps_per_period);

}  // namespace wayworth::engine
