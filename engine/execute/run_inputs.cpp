#include "engine/execute/run_inputs.hpp"

#include <algorithm>

namespace wayworth::engine {

namespace {

/// The same inputs under other names and in dimensions of a net that no input has.
std::vector<PlanInput> second_inputs(std::vector<PlanInput> inputs) {
  std::size_t dimensions = 0;
  for (const PlanInput& input : inputs) dimensions = std::max(dimensions, index_of(input.id) + 1);
  for (PlanInput& input : inputs) {
    input.id = static_cast<InputId>(index_of(input.id) + dimensions);
    input.path += " (second draw)";
  }
  return inputs;
}

}  // namespace

RunInputs::RunInputs(const std::vector<PlanInput>& inputs, const std::vector<PlanCorrelation>& correlations,
                     const DrawSettings& settings)
    : inputs_(inputs),
      correlations_(correlations),
      settings_(settings),
      draws_(inputs, correlations, settings),
      fixed_(inputs.size()),
      redrawn_(inputs.size(), false) {}

void RunInputs::change(const InputChanges& changes) {
  fixed_.assign(inputs_.size(), std::nullopt);
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    for (const FixedInput& fixed : changes.fixed) {
      if (fixed.input == inputs_[i].id) fixed_[i] = fixed.value;
    }
    redrawn_[i] = std::find(changes.redrawn.begin(), changes.redrawn.end(), inputs_[i].id) != changes.redrawn.end();
  }
  if (!changes.redrawn.empty() && !second_draws_)
    second_draws_.emplace(second_inputs(inputs_), correlations_, settings_);
}

void RunInputs::fill(std::size_t input, std::uint64_t first_trial, std::span<double> values, Cache& cache) {
  if (const auto& value = fixed_[input]) {
    std::fill(values.begin(), values.end(), *value);
  } else if (redrawn_[input]) {
    second_draws_->fill(input, first_trial, values, cache.second);
  } else {
    draws_.fill(input, first_trial, values, cache.first);
  }
}

}  // namespace wayworth::engine
