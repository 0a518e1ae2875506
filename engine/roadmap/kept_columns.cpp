#include "engine/roadmap/kept_columns.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>

#include "engine/plan/compile.hpp"

namespace wayworth::engine {

namespace {

std::uint32_t append(Operand column, std::size_t trials, KeptColumns& kept) {
  const std::size_t offset = kept.values.size();
  kept.values.resize(offset + trials);
  copy(column, trials, kept.values.data() + offset);
  return static_cast<std::uint32_t>(offset);
}

}  // namespace

std::size_t schedule_blocks_of(std::size_t trials) {
  return (trials + schedule_block_size - 1) / schedule_block_size;
}

std::size_t trials_in_schedule_block(std::size_t block, std::size_t trials) {
  return std::min(schedule_block_size, trials - block * schedule_block_size);
}

void fill_nothing(std::size_t /*input*/, std::span<double> /*values*/) {}

Plan prepared(Plan plan) {
  prepare_to_run(plan);
  return plan;
}

void WatchedColumns::fill(BlockRunner& runner, std::size_t trials, const BlockRunner::FillInput& fill_input,
                          KeptColumns& kept) const {
  kept.values.clear();
  kept.offsets.assign(plan_.watched.size() * steps_, 0);
  kept.moves.assign(plan_.watched.size() * words_, 0);
  runner.run(trials, fill_input, [&](std::size_t step) {
    for (std::size_t k = 0; k < plan_.watched.size(); ++k) {
      if (changes(k)) keep_step(runner, trials, k, step, kept);
    }
  });
  for (std::size_t k = 0; k < plan_.watched.size(); ++k) {
    if (changes(k)) {
      const StepBits moves = runner.moves(plan_.watched[k]);
      std::copy(moves.begin(), moves.end(), kept.moves.begin() + static_cast<std::ptrdiff_t>(k * words_));
    } else {
      const std::uint32_t offset = append(runner.value(plan_.watched[k], steps_), trials, kept);
      std::fill_n(kept.offsets.begin() + static_cast<std::ptrdiff_t>(k * steps_), steps_, offset);
    }
  }
}

void WatchedColumns::keep_step(const BlockRunner& runner, std::size_t trials, std::size_t k, std::size_t step,
                               KeptColumns& kept) const {
  const NodeId id = plan_.watched[k];
  std::uint32_t* const offset = kept.offsets.data() + k * steps_ + step - 1;
  const bool moves = step == 1 || contains(runner.moves(id), step);
  *offset = moves ? append(runner.value(id, step), trials, kept) : offset[-1];
}

StillValues::StillValues(Plan plan, const DrawSettings& settings, std::size_t trials)
    : plan_(std::move(plan)), columns_(plan_), kept_(schedule_blocks_of(trials)) {
  InputDraws draws(plan_.inputs, plan_.correlations, settings);
  tbb::enumerable_thread_specific<BlockRunner> runners([&] { return BlockRunner(plan_, schedule_block_size); });
  tbb::enumerable_thread_specific<ScoreCache> scores;
  tbb::parallel_for(std::size_t{0}, kept_.size(), [&](std::size_t block) {
    const auto fill = [&](std::size_t input, std::span<double> values) {
      draws.fill(input, block * schedule_block_size, values, scores.local());
    };
    columns_.fill(runners.local(), trials_in_schedule_block(block, trials), fill, kept_[block]);
    kept_[block].values.shrink_to_fit();
  });
}

Given StillValues::of_block(std::size_t block) const {
  Given given;
  columns_.append_to(given, kept_[block]);
  return given;
}

}  // namespace wayworth::engine
