#include "engine/stats/summary.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
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

void add_order_statistics(Summary& summary, const OrderStatistics& values) {
  auto& quantiles = summary.quantiles.emplace();
  std::transform(summary_probabilities.begin(), summary_probabilities.end(), quantiles.begin(),
                 [&](double p) { return quantile_estimate(values, p); });
}

}  // namespace

Summary summarise(std::span<const double> column) {
  std::vector<double> defined;
  defined.reserve(column.size());
  std::copy_if(column.begin(), column.end(), std::back_inserter(defined), [](double x) { return !std::isnan(x); });

  Summary summary;
  summary.count = column.size();
  summary.undefined = column.size() - defined.size();
  if (defined.empty()) return summary;

  const auto [least, greatest] = std::minmax_element(defined.begin(), defined.end());
  summary.minimum = *least;
  summary.maximum = *greatest;
  const auto losses = std::count_if(defined.begin(), defined.end(), [](double x) { return x < 0.0; });
  summary.probability_of_loss = share_estimate(static_cast<std::uint64_t>(losses), defined.size());
  summary.probability_of_loss_interval = wilson_interval(static_cast<std::uint64_t>(losses), defined.size());
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
  add_order_statistics(summary, values);
  if (all_finite) summary.cvar = cvar(values, summary_tail);
  return summary;
}

}  // namespace wayworth::engine
