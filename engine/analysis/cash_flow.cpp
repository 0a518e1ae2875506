#include "engine/analysis/cash_flow.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/analysis/column_sum.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/replicates.hpp"

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
  constexpr std::array<double, 3> probabilities = {0.1, 0.5, 0.9};
  const std::vector<double> percentiles = quantiles(kept, probabilities);
  return {{mean, standard_error(kept, basis)}, percentiles[0], percentiles[1], percentiles[2]};
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
