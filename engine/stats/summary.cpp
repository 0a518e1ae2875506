#include "engine/stats/summary.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/ranked_counts.hpp"
#include "engine/stats/replicates.hpp"
#include "engine/stats/tail_risk.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t block_size = 1024;

Moments moments_of(std::span<const double> column) {
  Moments total;
  for (std::size_t start = 0; start < column.size(); start += block_size) {
    total.add(column.subspan(start, std::min(block_size, column.size() - start)));
  }
  return total;
}

std::vector<double> defined_values(std::span<const double> column) {
  std::vector<double> defined;
  defined.reserve(column.size());
  std::copy_if(column.begin(), column.end(), std::back_inserter(defined), [](double x) { return !std::isnan(x); });
  return defined;
}

std::uint64_t losses_among(std::span<const double> defined) {
  return static_cast<std::uint64_t>(std::count_if(defined.begin(), defined.end(), [](double x) { return x < 0.0; }));
}

/// What every replicate estimates by itself, one entry a replicate that has defined values.
struct ReplicateEstimates {
  std::vector<double> means;
  std::vector<double> losses;
  std::array<std::vector<double>, summary_probabilities.size()> quantiles;
  std::vector<double> cvars;
};

ReplicateEstimates estimates_by_replicate(std::span<const double> column, std::size_t replicates, bool all_finite) {
  ReplicateEstimates estimates;
  const bool has_tails = column.size() / replicates >= least_trials_for_tail_errors;
  for (std::size_t which = 0; which < replicates; ++which) {
    std::vector<double> defined = defined_values(replicate_of(column, replicates, which));
    if (defined.empty()) continue;
    estimates.losses.push_back(static_cast<double>(losses_among(defined)) / static_cast<double>(defined.size()));
    if (all_finite) estimates.means.push_back(moments_of(defined).mean());
    if (!has_tails) continue;
    const OrderStatistics values(std::move(defined));
    for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
      estimates.quantiles[i].push_back(values.quantile(summary_probabilities[i]));
    }
    if (all_finite) estimates.cvars.push_back(cvar(values, summary_tail).value);
  }
  return estimates;
}

void take_errors(Summary& summary, const ReplicateEstimates& estimates) {
  if (summary.mean) summary.mean->standard_error = standard_error_of(estimates.means);
  summary.probability_of_loss->standard_error = standard_error_of(estimates.losses);
  summary.probability_of_loss_interval =
      share_interval(*summary.probability_of_loss, summary.count - summary.undefined, estimates.losses.size());
  if (estimates.quantiles.front().empty()) return;
  for (std::size_t i = 0; i < summary_probabilities.size(); ++i) {
    (*summary.quantiles)[i].standard_error = standard_error_of(estimates.quantiles[i]);
  }
  if (summary.cvar) summary.cvar->standard_error = standard_error_of(estimates.cvars);
}

/// \param values  OrderStatistics or RankedCounts
template <class Values>
void add_order_statistics(Summary& summary, const Values& values, bool all_finite) {
  auto& quantiles = summary.quantiles.emplace();
  std::transform(summary_probabilities.begin(), summary_probabilities.end(), quantiles.begin(),
                 [&](double p) { return quantile_estimate(values, p); });
  if (all_finite) summary.cvar = cvar(values, summary_tail);
}

}  // namespace

Summary summarise(std::span<const double> column, std::size_t replicates) {
  std::vector<double> defined = defined_values(column);
  Summary summary;
  summary.count = column.size();
  summary.undefined = column.size() - defined.size();
  if (defined.empty()) return summary;

  const auto [least, greatest] = std::minmax_element(defined.begin(), defined.end());
  summary.minimum = *least;
  summary.maximum = *greatest;
  const std::uint64_t losses = losses_among(defined);
  summary.probability_of_loss = share_estimate(losses, defined.size());
  summary.probability_of_loss_interval = wilson_interval(losses, defined.size());
  if (std::isinf(*greatest)) {
    summary.never = static_cast<std::uint64_t>(std::count(defined.begin(), defined.end(), *greatest));
  }

  const bool all_finite = summary.undefined == 0 && std::isfinite(*least) && std::isfinite(*greatest);
  if (all_finite) {
    const Moments moments = moments_of(defined);
    summary.mean = moments.mean_estimate();
    summary.standard_deviation = moments.standard_deviation();
  }
  const OrderStatistics values(std::move(defined));
  add_order_statistics(summary, values, all_finite);
  if (replicates > 1) take_errors(summary, estimates_by_replicate(column, replicates, all_finite));
  return summary;
}

Summary summarise(const ColumnTotals& totals) {
  const ValueCounts& counts = totals.counts;
  Summary summary;
  summary.count = counts.count() + counts.undefined();
  summary.undefined = counts.undefined();
  if (counts.count() == 0) return summary;

  const RankedCounts values(counts);
  summary.never = counts.never();
  summary.minimum = values.at(0);
  summary.maximum = values.at(values.count() - 1);
  summary.probability_of_loss = share_estimate(counts.losses(), counts.count());
  summary.probability_of_loss_interval = wilson_interval(counts.losses(), counts.count());

  const bool all_finite = counts.undefined() == 0 && counts.never() == 0;
  ReplicateEstimates estimates;
  Moments moments;
  for (const ColumnTotals::Replicate& one : totals.replicates) {
    if (one.defined == 0) continue;
    estimates.losses.push_back(static_cast<double>(one.losses) / static_cast<double>(one.defined));
    if (all_finite) estimates.means.push_back(one.moments.mean());
    moments.merge(one.moments);
  }
  if (all_finite) {
    summary.mean = moments.mean_estimate();
    summary.standard_deviation = moments.standard_deviation();
  }
  add_order_statistics(summary, values, all_finite);
  if (totals.replicates.size() > 1) take_errors(summary, estimates);
  return summary;
}

}  // namespace wayworth::engine
