#include "engine/execute/reference_inputs.hpp"

#include "engine/random/stream.hpp"

namespace wayworth::engine {
namespace {

double value_at(Point point, const Distribution& distribution) {
  switch (point) {
    case Point::mode:
      return mode(distribution);
    case Point::median:
      return quantile(distribution, 0.5);
    case Point::mean:
      break;
  }
  return mean(distribution);
}

}  // namespace

std::vector<double> draw_inputs(const Model& model, std::uint64_t seed, std::uint64_t trial) {
  std::vector<double> values;
  for (const Input& input : model.inputs) {
    const double probability = uniform({.seed = seed, .stream = stream_id(input.path), .trial = trial});
    values.push_back(quantile(input.distribution, probability));
  }
  return values;
}

std::vector<double> point_inputs(const Model& model, Point point) {
  std::vector<double> values;
  for (const Input& input : model.inputs) values.push_back(value_at(point, input.distribution));
  return values;
}

}  // namespace wayworth::engine
