#include "engine/analysis/returns.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/finance/internal_rates.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"

namespace wayworth::engine {
namespace {

double time_of_entry(std::size_t entry, const FlowGrid& grid) {
  return entry == 0 ? 0.0 : flow_time(grid.timing, entry - 1, grid.steps_per_year);
}

/// By how much the present value falls when the rate rises.
double fall_of_present_value(std::span<const double> flow, double rate, const FlowGrid& grid) {
  double fall = 0.0;
  for (std::size_t entry = 1; entry < flow.size(); ++entry) {
    const double time = time_of_entry(entry, grid);
    fall += flow[entry] * time * discount_factor(rate, time + 1.0);
  }
  return fall;
}

double present_value_of_earnings(std::span<const double> flow, const AnnualRates& rates, const FlowGrid& grid) {
  double value = 0.0;
  for (std::size_t entry = 0; entry < flow.size(); ++entry) {
    value += std::max(flow[entry], 0.0) * discount_factor(rates, time_of_entry(entry, grid));
  }
  return value;
}

std::optional<ReturnPercentiles> percentiles_of(std::vector<double> rates, std::uint64_t trials) {
  rates.erase(std::remove_if(rates.begin(), rates.end(), [](double rate) { return std::isnan(rate); }), rates.end());
  if (rates.empty() || static_cast<double>(rates.size()) < least_share_with_rate * static_cast<double>(trials)) {
    return std::nullopt;
  }
  const OrderStatistics ordered(std::move(rates));
  return ReturnPercentiles{quantile_estimate(ordered, 0.1), quantile_estimate(ordered, 0.5),
                           quantile_estimate(ordered, 0.9)};
}

std::vector<double> modified_rates(const KeptFlows& kept, const ReturnTerms& terms) {
  const std::size_t entries = kept.values.size() / kept.trials;
  const ModifiedInternalRateFinder find(terms.grid, entries - 1, terms.rates);
  std::vector<double> spent(kept.trials);
  std::vector<double> earned(kept.trials);
  for (std::size_t entry = 0; entry < entries; ++entry) {
    find.add_entry(entry, kept.entry(entry), spent, earned);
  }
  std::vector<double> rates(kept.trials);
  for (std::size_t trial = 0; trial < kept.trials; ++trial) {
    rates[trial] = find.rate(spent[trial], earned[trial]).value_or(std::nan(""));
  }
  return rates;
}

}  // namespace

ReturnOfFlow return_of_flow(std::span<const double> flow, const Estimate& npv, const ReturnTerms& terms) {
  InternalRate found = internal_rate_of_return(flow, terms.grid);
  ReturnOfFlow result;
  result.status = found.status;
  result.rates = std::move(found.rates);
  if (result.status == InternalRateStatus::ok) {
    const double rate = result.rates.front();
    const double fall = std::abs(fall_of_present_value(flow, rate, terms.grid));
    result.internal = Estimate{rate, npv.standard_error / fall};
  }
  if (const auto rate = modified_internal_rate_of_return(flow, terms.grid, terms.rates)) {
    const double years = static_cast<double>(flow.size() - 1) / terms.grid.steps_per_year;
    const double earned = present_value_of_earnings(flow, terms.rates.finance, terms.grid);
    const double error = earned > 0.0 ? (1.0 + *rate) / years * npv.standard_error / earned : 0.0;
    result.modified = Estimate{*rate, error};
  }
  return result;
}

ReturnsOfTrials returns_of_trials(const KeptFlows& kept, const ReturnTerms& terms, double guess) {
  InternalRates internal = internal_rates_of_return(kept.values, kept.trials, terms.grid, guess);
  std::vector<double> modified = modified_rates(kept, terms);
  ReturnsOfTrials returns;
  returns.trials = kept.trials;
  returns.internal_by_status = internal.by_status;
  returns.without_modified = static_cast<std::uint64_t>(
      std::count_if(modified.begin(), modified.end(), [](double rate) { return std::isnan(rate); }));
  returns.internal = percentiles_of(std::move(internal.rates), kept.trials);
  returns.modified = percentiles_of(std::move(modified), kept.trials);
  return returns;
}

std::vector<double> mean_flow(const FlowSeries& net) {
  std::vector<double> flow;
  for (const Moments& entry : net.steps) flow.push_back(entry.mean());
  return flow;
}

std::vector<double> mean_flow(const KeptFlows& kept) {
  std::vector<double> flow;
  for (std::size_t entry = 0; entry < kept.values.size() / kept.trials; ++entry) {
    NeumaierSum sum;
    for (const double value : kept.entry(entry)) sum.add(value);
    flow.push_back(sum.value() / static_cast<double>(kept.trials));
  }
  return flow;
}

}  // namespace wayworth::engine
