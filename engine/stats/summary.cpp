#include "engine/stats/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/pooled_order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/ranked_counts.hpp"
#include "engine/stats/replicates.hpp"
#include "engine/stats/tail_risk.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t block_size = 1024;

/// What a replicate has, one entry a replicate with defined values; without replicates all trials are one.
struct Parts {
  std::vector<double> values;  ///< of all of them, each sorted by itself
  std::vector<Ascending> sorted;
  std::vector<Moments> moments;  ///< means nothing where a value is not finite
};

/// Moments by the block; what is not finite shows in the mean.
Moments moments_of(std::span<const double> column) {
  Moments total;
  for (std::size_t start = 0; start < column.size(); start += block_size) {
    total.add(column.subspan(start, std::min(block_size, column.size() - start)));
  }
  return total;
}

/// Leaves the defined values of a part, in its place.
std::span<double> defined_values(std::span<double> part, const Moments& moments) {
  if (std::isfinite(moments.mean())) return part;
  const auto undefined = std::remove_if(part.begin(), part.end(), [](double x) { return std::isnan(x); });
  return part.first(static_cast<std::size_t>(undefined - part.begin()));
}

Parts parts_of(std::span<const double> column, std::size_t replicates) {
  Parts parts{{column.begin(), column.end()}, {}, {}};
  const std::size_t trials_each = column.size() / replicates;
  for (std::size_t which = 0; which < replicates; ++which) {
    const std::span<double> values = std::span(parts.values).subspan(which * trials_each, trials_each);
    const Moments moments = moments_of(values);
    const std::span<double> defined = defined_values(values, moments);
    if (defined.empty()) continue;
    parts.sorted.push_back(sort_ascending(defined));
    parts.moments.push_back(moments);
  }
  return parts;
}

std::uint64_t losses_among(const Ascending& values) {
  const std::span<const double> ascending = values.values();
  return static_cast<std::uint64_t>(std::lower_bound(ascending.begin(), ascending.end(), 0.0) - ascending.begin());
}

std::uint64_t never_among(const Ascending& values) {
  const std::span<const double> ascending = values.values();
  constexpr double never = std::numeric_limits<double>::infinity();
  return static_cast<std::uint64_t>(ascending.end() - std::lower_bound(ascending.begin(), ascending.end(), never));
}

/// What every replicate estimates by itself, one entry a replicate that has defined values.
struct ReplicateEstimates {
  std::vector<double> means;
  std::vector<double> losses;
  std::array<std::vector<double>, summary_probabilities.size()> quantiles;
  std::vector<double> cvars;
};

ReplicateEstimates estimates_of(const Parts& parts, bool have_tails, bool all_finite) {
  ReplicateEstimates estimates;
  for (std::size_t which = 0; which < parts.sorted.size(); ++which) {
    const Ascending& values = parts.sorted[which];
    estimates.losses.push_back(static_cast<double>(losses_among(values)) / static_cast<double>(values.count()));
    if (all_finite) estimates.means.push_back(parts.moments[which].mean());
    if (!have_tails) continue;
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

/// \param values      PooledOrderStatistics or RankedCounts
/// \param with_error  of the quantiles, from the values by themselves; else the replicates will tell
template <class Values>
void add_order_statistics(Summary& summary, const Values& values, bool all_finite, bool with_error) {
  auto& quantiles = summary.quantiles.emplace();
  std::transform(summary_probabilities.begin(), summary_probabilities.end(), quantiles.begin(), [&](double p) {
    return with_error ? quantile_estimate(values, p) : Estimate{values.quantile(p), 0.0};
  });
  if (all_finite) summary.cvar = cvar(values, summary_tail);
}

}  // namespace

Summary summarise(std::span<const double> column, std::size_t replicates) {
  const Parts parts = parts_of(column, replicates);
  Summary summary;
  summary.count = column.size();
  summary.undefined = column.size();
  if (parts.sorted.empty()) return summary;

  const PooledOrderStatistics values(parts.sorted);
  summary.undefined = column.size() - values.count();
  summary.minimum = values.at(0);
  summary.maximum = values.at(values.count() - 1);
  std::uint64_t losses = 0;
  for (const Ascending& part : parts.sorted) {
    losses += losses_among(part);
    summary.never += never_among(part);
  }
  summary.probability_of_loss = share_estimate(losses, values.count());
  summary.probability_of_loss_interval = wilson_interval(losses, values.count());

  const bool all_finite =
      summary.undefined == 0 && std::isfinite(summary.minimum.value()) && std::isfinite(summary.maximum.value());
  if (all_finite) {
    Moments moments;
    for (const Moments& part : parts.moments) moments.merge(part);
    summary.mean = moments.mean_estimate();
    summary.standard_deviation = moments.standard_deviation();
  }
  const bool have_tails = column.size() / replicates >= least_trials_for_tail_errors;
  add_order_statistics(summary, values, all_finite, replicates == 1 || !have_tails);
  if (replicates > 1) take_errors(summary, estimates_of(parts, have_tails, all_finite));
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
  add_order_statistics(summary, values, all_finite, true);
  if (totals.replicates.size() > 1) take_errors(summary, estimates);
  return summary;
}

}  // namespace wayworth::engine
