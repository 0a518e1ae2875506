#include "engine/execute/input_draws.hpp"

#include <algorithm>

#include "engine/random/stream.hpp"

namespace wayworth::engine {

InputDraws::InputDraws(const std::vector<PlanInput>& inputs, const DrawSettings& settings) : settings_(settings) {
  for (const PlanInput& input : inputs) {
    streams_.push_back(stream_id(input.path));
    quantiles_.emplace_back(input.distribution);
    if (settings.sampling == Sampling::sobol) scramble(input, streams_.back());
  }
  if (settings.sampling == Sampling::latin_hypercube) {
    hypercubes_.emplace(settings.seed, streams_, settings.replicates);
  }
}

void InputDraws::scramble(const PlanInput& input, std::uint64_t stream) {
  const std::size_t dimension = index_of(input.id);
  if (dimension >= sobol_dimensions) return;
  const SobolDirections directions = sobol_directions(dimension);
  for (std::uint32_t replicate = 0; replicate < settings_.replicates.count; ++replicate) {
    nets_.emplace_back(directions, ReplicateAddress{settings_.seed, stream, replicate});
  }
}

void InputDraws::fill(std::size_t input, std::uint64_t first_trial, std::span<double> values) {
  const std::uint64_t trials_each = settings_.replicates.trials_each;
  for (std::size_t done = 0; done < values.size();) {
    const std::uint64_t trial = first_trial + done;
    const std::uint64_t in_replicate = trial % trials_each;
    const std::size_t count = std::min<std::size_t>(values.size() - done, trials_each - in_replicate);
    fill_uniforms(input, trial / trials_each, in_replicate, values.subspan(done, count));
    done += count;
  }
  quantiles_[input](values, values);
}

void InputDraws::fill_uniforms(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out) {
  switch (settings_.sampling) {
    case Sampling::sobol:
      return fill_from_net(input, replicate, first, out);
    case Sampling::latin_hypercube:
      return hypercubes_->fill(input, replicate, first, out);
    case Sampling::random:
      return fill_uniform({.seed = settings_.seed, .stream = streams_[input], .index = first}, out);
  }
}

void InputDraws::fill_from_net(std::size_t input, std::uint64_t replicate, std::uint64_t first,
                               std::span<double> out) const {
  const std::size_t net = input * settings_.replicates.count + replicate;
  if (net < nets_.size()) return nets_[net].fill(first, out);
  fill_uniform({.seed = settings_.seed,
                .stream = streams_[input],
                .index = first,
                .block = static_cast<std::uint32_t>(replicate),
                .purpose = Purpose::sobol_padding},
               out);
}

}  // namespace wayworth::engine
