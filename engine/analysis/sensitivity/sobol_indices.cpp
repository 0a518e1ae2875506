#include "engine/analysis/sensitivity/sobol_indices.hpp"

#include <limits>
#include <vector>

#include "engine/analysis/sensitivity/trial_groups.hpp"
#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::engine {

namespace {

template <class Term>
double mean_over(std::size_t count, Term term) {
  NeumaierSum sum;
  for (std::size_t i = 0; i < count; ++i) sum.add(term(i));
  return sum.value() / static_cast<double>(count);
}

/// First order and total.
std::vector<double> indices(std::span<const double> first, std::span<const double> second,
                            std::span<const double> mixed) {
  const std::size_t count = first.size();
  const double mean = mean_over(count, [&](std::size_t i) { return (first[i] + second[i]) / 2.0; });
  const double variance = mean_over(count, [&](std::size_t i) {
    const double a = first[i] - mean;
    const double b = second[i] - mean;
    return (a * a + b * b) / 2.0;
  });
  if (!(variance > 0.0)) return {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
  const double together = mean_over(count, [&](std::size_t i) { return (second[i] - mean) * (mixed[i] - first[i]); });
  const double apart = mean_over(count, [&](std::size_t i) {
    const double difference = first[i] - mixed[i];
    return difference * difference / 2.0;
  });
  return {together / variance, apart / variance};
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> first, std::span<const double> second,
                           std::span<const double> mixed) {
  const std::vector<Estimate> found = estimates_with_errors(first.size(), [&](std::size_t from, std::size_t count) {
    return indices(first.subspan(from, count), second.subspan(from, count), mixed.subspan(from, count));
  });
  return {found[0], found[1]};
}

}  // namespace wayworth::engine
