#include "engine/analysis/compare/acceptability.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/random/philox.hpp"

namespace wayworth::engine {

namespace {

/// In (0, 1), so that its logarithm is finite.
double uniform_from(std::uint32_t word) {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// Alternatives by falling weighted sum.
std::vector<std::size_t> ranked(const std::vector<std::vector<double>>& utilities, const std::vector<double>& weights) {
  std::vector<double> sums;
  for (const std::vector<double>& one : utilities) {
    sums.push_back(std::inner_product(one.begin(), one.end(), weights.begin(), 0.0));
  }
  std::vector<std::size_t> order(utilities.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  return order;
}

}  // namespace

std::vector<std::vector<double>> drawn_weightings(std::size_t criteria, std::size_t weightings, std::uint64_t seed) {
  PhiloxEngine words(seed);
  std::vector<std::vector<double>> drawn(weightings, std::vector<double>(criteria));
  for (std::vector<double>& weights : drawn) {
    double sum = 0.0;
    for (double& weight : weights) sum += weight = -std::log(uniform_from(words()));
    for (double& weight : weights) weight /= sum;
  }
  return drawn;
}

Acceptability acceptability_of(const std::vector<std::vector<double>>& utilities, std::size_t weightings,
                               std::uint64_t seed) {
  const std::size_t count = utilities.size();
  const std::size_t criteria = utilities.front().size();
  Acceptability found{std::vector<std::vector<double>>(count, std::vector<double>(count, 0.0)),
                      std::vector<std::vector<double>>(count)};
  const double share = 1.0 / static_cast<double>(weightings);
  for (const std::vector<double>& weights : drawn_weightings(criteria, weightings, seed)) {
    const std::vector<std::size_t> order = ranked(utilities, weights);
    for (std::size_t place = 0; place < count; ++place) found.places[order[place]][place] += share;
    std::vector<double>& sums = found.central_weights[order.front()];
    sums.resize(criteria, 0.0);
    for (std::size_t i = 0; i < criteria; ++i) sums[i] += weights[i] * share;
  }
  for (std::size_t one = 0; one < count; ++one) {
    for (double& weight : found.central_weights[one]) weight /= found.places[one].front();
  }
  return found;
}

}  // namespace wayworth::engine
