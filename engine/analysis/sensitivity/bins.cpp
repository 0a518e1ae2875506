#include "engine/analysis/sensitivity/bins.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/stats/moments.hpp"

namespace wayworth::engine {

Bins::Bins(const SortedColumn& input, std::size_t most_bins) : order_(input.order().begin(), input.order().end()) {
  if (input.different_values() <= most_bins) {
    ends_.assign(input.ends().begin(), input.ends().end());
    return;
  }
  for (std::size_t bin = 1; bin <= most_bins; ++bin) ends_.push_back(bin * order_.size() / most_bins);
}

std::span<const std::uint32_t> Bins::trials(std::size_t bin) const {
  const std::size_t first = bin == 0 ? 0 : ends_[bin - 1];
  return {order_.data() + first, ends_[bin] - first};
}

std::vector<Estimate> Bins::means(std::span<const double> output) const {
  std::vector<Estimate> means;
  std::vector<double> values;
  for (std::size_t bin = 0; bin < count(); ++bin) {
    values.clear();
    for (const std::uint32_t trial : trials(bin)) values.push_back(output[trial]);
    Moments moments;
    moments.add(values);
    means.push_back(moments.mean_estimate());
  }
  return means;
}

std::size_t bins_for_variance(std::size_t trials) {
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(static_cast<double>(trials))), 1, 50);
}

double first_order_share(const Bins& bins, std::span<const double> output) {
  Moments all;
  all.add(output);
  const auto trials = static_cast<double>(output.size());
  const auto groups = static_cast<double>(bins.count());
  const double total = all.variance() * (trials - 1.0);
  if (!(total > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  double between = 0.0;
  const std::vector<Estimate> means = bins.means(output);
  for (std::size_t bin = 0; bin < bins.count(); ++bin) {
    const double deviation = means[bin].value - all.mean();
    between += static_cast<double>(bins.trials(bin).size()) * deviation * deviation;
  }
  if (trials <= groups) return std::numeric_limits<double>::quiet_NaN();
  const double within_mean_square = (total - between) / (trials - groups);
  return (between - (groups - 1.0) * within_mean_square) / total;
}

ChangeInMean change_in_mean(const Bins& bins, std::span<const double> output) {
  const std::vector<Estimate> means = bins.means(output);
  const auto [lowest, highest] = std::minmax_element(
      means.begin(), means.end(), [](const Estimate& a, const Estimate& b) { return a.value < b.value; });
  return {*lowest, *highest, means.front(), means.back()};
}

}  // namespace wayworth::engine
