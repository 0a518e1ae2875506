#include "engine/execute/input_draws.hpp"

#include <algorithm>

#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {

InputDraws::InputDraws(const std::vector<PlanInput>& inputs, const std::vector<PlanCorrelation>& correlations,
                       const DrawSettings& settings)
    : settings_(settings), correlations_(correlations), memberships_(inputs.size()) {
  for (const PlanInput& input : inputs) {
    streams_.push_back(stream_id(input.path));
    quantiles_.emplace_back(input.distribution);
    if (settings.sampling == Sampling::sobol) scramble(input, streams_.back());
  }
  if (settings.sampling == Sampling::latin_hypercube) {
    hypercubes_.emplace(settings.seed, streams_, settings.replicates);
  }
  for (std::size_t group = 0; group < correlations.size(); ++group) {
    for (std::size_t member = 0; member < correlations[group].inputs.size(); ++member) {
      memberships_[correlations[group].inputs[member]] = Membership{group, member};
    }
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

void InputDraws::fill(std::size_t input, std::uint64_t first_trial, std::span<double> values, ScoreCache& cache) {
  if (const auto& membership = memberships_[input]) {
    return quantiles_[input].at_scores(scores(*membership, first_trial, values.size(), cache), values);
  }
  fill_probabilities(input, first_trial, values);
  quantiles_[input](values, values);
}

std::span<const double> InputDraws::scores(const Membership& of, std::uint64_t first_trial, std::size_t trials,
                                           ScoreCache& cache) {
  if (cache.groups_.empty()) cache.groups_.resize(correlations_.size());
  ScoreCache::Group& group = cache.groups_[of.group];
  if (group.first_trial != first_trial || group.trials != trials) {
    const PlanCorrelation& correlation = correlations_[of.group];
    group.columns.resize(correlation.inputs.size() * trials);
    for (std::size_t i = 0; i < correlation.inputs.size(); ++i) {
      const std::span<double> column(group.columns.data() + i * trials, trials);
      fill_probabilities(correlation.inputs[i], first_trial, column);
      standard_normal_quantiles(column, column);
    }
    correlate(correlation.factor, group.columns, trials);
    group.first_trial = first_trial;
    group.trials = trials;
  }
  return {group.columns.data() + of.member * trials, trials};
}

void InputDraws::fill_probabilities(std::size_t input, std::uint64_t first_trial, std::span<double> out) {
  const std::uint64_t trials_each = settings_.replicates.trials_each;
  for (std::size_t done = 0; done < out.size();) {
    const std::uint64_t trial = first_trial + done;
    const std::uint64_t in_replicate = trial % trials_each;
    const std::size_t count = std::min<std::size_t>(out.size() - done, trials_each - in_replicate);
    fill_uniforms(input, trial / trials_each, in_replicate, out.subspan(done, count));
    done += count;
  }
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
