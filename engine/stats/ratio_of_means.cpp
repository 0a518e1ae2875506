#include "engine/stats/ratio_of_means.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

double total(std::span<const double> values) {
  NeumaierSum sum;
  for (const double x : values) {
    sum.add(x);
  }
  return sum.value();
}

std::vector<double> totals(std::span<const double> column, std::size_t replicates) {
  std::vector<double> sums;
  for (std::size_t which = 0; which < replicates; ++which) {
    sums.push_back(total(replicate_of(column, replicates, which)));
  }
  return sums;
}

/// For parts that are independent of each other.
Estimate ratio_of_totals(std::span<const double> numerator, std::span<const double> denominator) {
  const double above = total(numerator);
  const double below = total(denominator);
  if (below == 0.0) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const double ratio = above / below;
  const auto n = static_cast<double>(numerator.size());
  if (numerator.size() < 2) return {ratio, std::numeric_limits<double>::infinity()};

  NeumaierSum deviations;  // of the ratios that leave one part out, from `ratio`
  NeumaierSum squares;
  for (std::size_t i = 0; i < numerator.size(); ++i) {
    const double deviation = (above - numerator[i]) / (below - denominator[i]) - ratio;
    deviations.add(deviation);
    squares.add(deviation * deviation);
  }
  const double mean_deviation = deviations.value() / n;
  const double variance = (n - 1.0) * (squares.value() / n - mean_deviation * mean_deviation);
  return {ratio, std::sqrt(std::fmax(0.0, variance))};
}

}  // namespace

Estimate ratio_of_means(std::span<const double> numerator, std::span<const double> denominator,
                        std::size_t replicates) {
  if (replicates == 1) return ratio_of_totals(numerator, denominator);
  return ratio_of_totals(totals(numerator, replicates), totals(denominator, replicates));
}

}  // namespace wayworth::engine
