#include "engine/analysis/cash_flow.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/column_sum.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/replicates.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::engine {
namespace {

/// The trials that the figures of a period rest on.
struct Basis {
  std::uint64_t trials;
  std::size_t replicates;
};

/// Of the mean over all trials, from those that were kept.
double standard_error(std::span<const double> kept, const Basis& basis) {
  if (kept.size() == basis.trials) return mean_estimate(kept, basis.replicates).standard_error;
  if (kept.size() < 2) return std::numeric_limits<double>::infinity();
  Moments moments;
  moments.add(kept);
  return moments.standard_deviation() / std::sqrt(static_cast<double>(basis.trials));
}

FlowPoint flow_point(double mean, std::span<const double> kept, const Basis& basis) {
  const std::vector<double> percentiles = quantiles(kept, summary_probabilities);
  return {.mean = {mean, standard_error(kept, basis)},
          .p5 = percentiles[0],
          .p10 = percentiles[1],
          .p25 = percentiles[2],
          .p50 = percentiles[3],
          .p75 = percentiles[4],
          .p90 = percentiles[5],
          .p95 = percentiles[6]};
}

}  // namespace

CashFlow cash_flow(const FlowSeries& net, const KeptFlows& kept, std::size_t replicates, std::size_t steps_per_period) {
  CashFlow flow;
  double cumulative_mean = 0.0;
  std::vector<double> cumulative(kept.trials, 0.0);
  std::size_t entry = 0;
  while (entry < net.steps.size()) {
    // Entry 0, the very start, is a period of its own.
    const std::size_t end = entry == 0 ? 1 : std::min(entry + steps_per_period, net.steps.size());
    const Basis basis{net.steps[entry].count(), replicates};
    double period_mean = 0.0;
    std::vector<double> period(kept.trials, 0.0);
    for (; entry < end; ++entry) {
      period_mean += net.steps[entry].mean();
      add_column(period, kept.entry(entry));
    }
    cumulative_mean += period_mean;
    add_column(cumulative, period);
    flow.net.push_back(flow_point(period_mean, period, basis));
    flow.cumulative.push_back(flow_point(cumulative_mean, cumulative, basis));
  }
  return flow;
}

}  // namespace wayworth::engine
