#pragma once

#include <cstdint>
#include <vector>

#include "engine/execute/block_runner.hpp"
#include "engine/execute/input_draws.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

// Values of one plan that another plan is given, block by block.

/// Trials that are evaluated together.
inline constexpr std::size_t schedule_block_size = default_block_size;

std::size_t schedule_blocks_of(std::size_t trials);
std::size_t trials_in_schedule_block(std::size_t block, std::size_t trials);

using Given = std::vector<BlockRunner::GivenColumn>;

/// For plans without inputs.
void fill_nothing(std::size_t input, std::span<double> values);

/// \return the plan, prepared to run
Plan prepared(Plan plan);

/// The watched values of a plan in one block of trials: of what changes from step to step, a column for each step in
/// which it moves.
struct KeptColumns {
  std::vector<double> values;
  std::vector<std::uint32_t> offsets;  ///< by watched value and step: where its column begins
  std::vector<std::uint64_t> moves;    ///< by watched value: the steps in which it moves
};

/// Keeps what a plan watches, and gives it to another plan.
class WatchedColumns {
public:
  /// \param plan  prepared to run; must outlive this
  explicit WatchedColumns(const Plan& plan)
      : plan_(plan), steps_(plan.time.steps), words_(words_for(plan.time.steps)) {}

  /// Runs the plan for a block and keeps what it watches.
  void fill(BlockRunner& runner, std::size_t trials, const BlockRunner::FillInput& fill_input, KeptColumns& kept) const;

  /// Where the columns of the watched value `k` lie.
  [[nodiscard]] BlockRunner::GivenColumn column(const KeptColumns& kept, std::size_t k) const {
    return {kept.values.data(), kept.offsets.data() + k * steps_, StepBits(kept.moves).subspan(k * words_, words_)};
  }

  /// Appends where the columns lie.
  void append_to(Given& given, const KeptColumns& kept) const {
    for (std::size_t k = 0; k < plan_.watched.size(); ++k) given.push_back(column(kept, k));
  }

private:
  [[nodiscard]] bool changes(std::size_t k) const {
    return plan_[plan_.watched[k]].variation == Variation::by_trial_and_step;
  }
  void keep_step(const BlockRunner& runner, std::size_t trials, std::size_t k, std::size_t step,
                 KeptColumns& kept) const;

  const Plan& plan_;
  std::size_t steps_;
  std::size_t words_;
};

/// What does not hang on any parameter, computed once for all trials and kept.
class StillValues {
public:
  StillValues(Plan plan, const DrawSettings& settings, std::size_t trials);

  [[nodiscard]] Given of_block(std::size_t block) const;

private:
  Plan plan_;
  WatchedColumns columns_;
  std::vector<KeptColumns> kept_;  ///< by block
};

}  // namespace wayworth::engine
