#include "engine/execute/reference_inputs.hpp"

#include <numeric>
#include <span>

#include "engine/distributions/standard_normal.hpp"
#include "engine/execute/value_at_point.hpp"
#include "engine/random/latin_hypercube.hpp"
#include "engine/random/sobol.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {
namespace {

double point_of_net(const ReplicateAddress& address, std::size_t dimension, std::uint64_t point) {
  if (dimension < sobol_dimensions) return ScrambledSobol(sobol_directions(dimension), address).at(point);
  return uniform({.seed = address.seed,
                  .stream = address.stream,
                  .trial = point,
                  .draw = 2 * address.replicate,
                  .purpose = Purpose::sobol_padding});
}

double point_of_hypercube(const ReplicateAddress& address, std::uint64_t trials, std::uint64_t trial) {
  double point = 0.0;
  LatinHypercube(address, trials).fill(trial, {&point, 1});
  return point;
}

double probability(const DrawSettings& settings, std::uint64_t stream, std::size_t dimension, std::uint64_t trial) {
  const std::uint64_t trials_each = settings.replicates.trials_each;
  const auto replicate = static_cast<std::uint32_t>(trial / trials_each);
  const ReplicateAddress address{settings.seed, stream, replicate};
  switch (settings.sampling) {
    case Sampling::sobol:
      return point_of_net(address, dimension, trial % trials_each);
    case Sampling::latin_hypercube:
      return point_of_hypercube(address, trials_each, trial % trials_each);
    case Sampling::random:
      break;
  }
  return uniform({.seed = settings.seed, .stream = stream, .trial = trial});
}

/// Replaces the independent probabilities of a group by dependent ones: normal scores, the factor, and back.
void make_dependent(const CorrelationGroup& group, std::vector<double>& probabilities) {
  std::vector<double> scores;
  for (const InputId id : group.inputs) scores.push_back(standard_normal_quantile(probabilities[index_of(id)]));
  for (std::size_t i = 0; i < group.inputs.size(); ++i) {
    const std::span<const double> row = group.dependence.factor.row(i);
    const double score = std::inner_product(row.begin(), row.end(), scores.begin(), 0.0);
    probabilities[index_of(group.inputs[i])] = standard_normal_cdf(score);
  }
}

}  // namespace

std::vector<double> draw_inputs(const Model& model, const DrawSettings& settings, std::uint64_t trial) {
  std::vector<double> probabilities;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    probabilities.push_back(probability(settings, stream_id(model.inputs[i].path), i, trial));
  }
  for (const CorrelationGroup& group : model.correlations) make_dependent(group, probabilities);
  std::vector<double> values;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    values.push_back(quantile(model.inputs[i].distribution, probabilities[i]));
  }
  return values;
}

std::vector<double> point_inputs(const Model& model, Point point) {
  std::vector<double> values;
  for (const Input& input : model.inputs) values.push_back(value_at(point, input.path, input.distribution));
  return values;
}

}  // namespace wayworth::engine
