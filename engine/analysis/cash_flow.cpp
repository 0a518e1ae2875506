#include "engine/analysis/cash_flow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/analysis/column_sum.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"

namespace wayworth::engine {
namespace {

/// Of the mean over `trials`, from the spread of a part of them.
double standard_error(std::span<const double> part, std::uint64_t trials) {
  if (part.size() < 2) return std::numeric_limits<double>::infinity();
  Moments moments;
  moments.add(part);
  return moments.standard_deviation() / std::sqrt(static_cast<double>(trials));
}

FlowPoint flow_point(double mean, std::span<const double> kept, std::uint64_t trials) {
  constexpr std::array<double, 3> probabilities = {0.1, 0.5, 0.9};
  const std::vector<double> percentiles = quantiles(kept, probabilities);
  return {{mean, standard_error(kept, trials)}, percentiles[0], percentiles[1], percentiles[2]};
}

}  // namespace

CashFlow cash_flow(const FlowSeries& net, const KeptFlows& kept, std::size_t steps_per_period) {
  CashFlow flow;
  double cumulative_mean = 0.0;
  std::vector<double> cumulative(kept.trials, 0.0);
  std::size_t entry = 0;
  while (entry < net.steps.size()) {
    // Entry 0, the very start, is a period of its own.
    const std::size_t end = entry == 0 ? 1 : std::min(entry + steps_per_period, net.steps.size());
    const std::uint64_t trials = net.steps[entry].count();
    double period_mean = 0.0;
    std::vector<double> period(kept.trials, 0.0);
    for (; entry < end; ++entry) {
      period_mean += net.steps[entry].mean();
      add_column(period, kept.entry(entry));
    }
    cumulative_mean += period_mean;
    add_column(cumulative, period);
    flow.net.push_back(flow_point(period_mean, period, trials));
    flow.cumulative.push_back(flow_point(cumulative_mean, cumulative, trials));
  }
  return flow;
}

}  // namespace wayworth::engine
