#include "engine/execute/input_draws.hpp"

#include "engine/random/stream.hpp"

namespace wayworth::engine {

InputDraws::InputDraws(const std::vector<PlanInput>& inputs, const DrawSettings& settings) : settings_(settings) {
  for (const PlanInput& input : inputs) {
    streams_.push_back(stream_id(input.path));
    quantiles_.emplace_back(input.distribution);
  }
}

void InputDraws::fill(std::size_t input, std::uint64_t first_trial, std::span<double> values) const {
  fill_uniform({.seed = settings_.seed, .stream = streams_[input], .index = first_trial}, values);
  quantiles_[input](values, values);
}

}  // namespace wayworth::engine
