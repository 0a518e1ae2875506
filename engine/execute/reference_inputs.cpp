#include "engine/execute/reference_inputs.hpp"

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

}  // namespace

std::vector<double> draw_inputs(const Model& model, const DrawSettings& settings, std::uint64_t trial) {
  std::vector<double> values;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    const Input& input = model.inputs[i];
    values.push_back(quantile(input.distribution, probability(settings, stream_id(input.path), i, trial)));
  }
  return values;
}

std::vector<double> point_inputs(const Model& model, Point point) {
  std::vector<double> values;
  for (const Input& input : model.inputs) values.push_back(value_at(point, input.distribution));
  return values;
}

}  // namespace wayworth::engine
