#include "engine/execute/run_inputs.hpp"

#include <algorithm>

#include "engine/execute/in_parallel.hpp"

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

/// Trials that are drawn together: a whole number of blocks, and enough of them for a thread to be worth waking.
constexpr std::size_t trials_drawn_together = 4096;

}  // namespace

RunInputs::RunInputs(const std::vector<PlanInput>& inputs, const std::vector<PlanCorrelation>& correlations,
                     const DrawSettings& settings)
    : inputs_(inputs), correlations_(correlations), settings_(settings), draws_(inputs, correlations, settings) {}

void RunInputs::keep_draws(std::size_t threads) {
  if (!kept_.empty()) return;
  const std::size_t trials = settings_.replicates.trials();
  std::vector<std::vector<double>> columns(inputs_.size(), std::vector<double>(trials));
  const std::size_t parts = (trials + trials_drawn_together - 1) / trials_drawn_together;
  in_parallel(parts, threads, [&](std::size_t part) {
    const std::size_t first = part * trials_drawn_together;
    const std::size_t count = std::min(trials_drawn_together, trials - first);
    ScoreCache cache;
    for (std::size_t input = 0; input < columns.size(); ++input) {
      draws_.fill(input, first, std::span(columns[input]).subspan(first, count), cache);
    }
  });
  kept_ = std::move(columns);
}

ChangedInputs RunInputs::changed(const InputChanges& changes) {
  ChangedInputs by_place;
  by_place.fixed_.resize(inputs_.size());
  by_place.redrawn_.resize(inputs_.size(), false);
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    for (const FixedInput& fixed : changes.fixed) {
      if (fixed.input == inputs_[i].id) by_place.fixed_[i] = fixed.value;
    }
    by_place.redrawn_[i] =
        std::find(changes.redrawn.begin(), changes.redrawn.end(), inputs_[i].id) != changes.redrawn.end();
  }
  if (!changes.redrawn.empty()) {
    std::call_once(second_is_made_,
                   [this] { second_draws_.emplace(second_inputs(inputs_), correlations_, settings_); });
  }
  return by_place;
}

void RunInputs::fill(const ChangedInputs& changes, std::size_t input, std::uint64_t first_trial,
                     std::span<double> values, Cache& cache) {
  if (const auto& value = changes.fixed_[input]) {
    std::fill(values.begin(), values.end(), *value);
  } else if (changes.redrawn_[input]) {
    second_draws_->fill(input, first_trial, values, cache.second);
  } else if (!kept_.empty()) {
    std::copy_n(kept_[input].begin() + static_cast<std::ptrdiff_t>(first_trial), values.size(), values.begin());
  } else {
    draws_.fill(input, first_trial, values, cache.first);
  }
}

}  // namespace wayworth::engine
