#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/execute/bounds.hpp"
#include "engine/finance/step_share.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Steps of a plan as bits: bit t % 64 of word t / 64 stands for step t + 1.
using StepBits = std::span<const std::uint64_t>;

inline std::size_t words_for(std::size_t steps) {
  return (steps + 63) / 64;
}
inline bool contains(StepBits bits, std::size_t step) {
  return (bits[(step - 1) / 64] >> ((step - 1) % 64) & 1U) != 0;
}
/// The first of the steps after `step` that is among `bits`; `end` when there is none before it.
std::size_t next_step(StepBits bits, std::size_t step, std::size_t end);

/// Proves, for a block of trials, in which steps a value is to the bit what it was in the step before, in all of them,
/// so that nothing has to be computed. A ramp that no trial of the block has begun is 0 and stays so, one that all have
/// finished is 1; a limit that all trials are beyond is what they are held to; and what is made of values that stand
/// still stands still. The proof needs no more than the least and the greatest value that the inputs of a ramp have in
/// the block.
class StillSteps {
public:
  explicit StillSteps(const Plan& plan);

  /// The steps in which a column that the plan is given may move; empty: all of them.
  using MovesOf = std::function<StepBits(NodeId)>;

  /// What the proof needs to know bounds of: nodes that are made before the steps, or are given and do not change from
  /// step to step.
  [[nodiscard]] const std::vector<NodeId>& wanted() const { return wanted_; }

  /// Proves what can be proved of all trials in which what is wanted lies within these bounds.
  void prove(std::span<const Bounds> of_wanted, const MovesOf& moves_of_given);
  /// Takes it that everything moves in every step.
  void prove_nothing();

  /// The steps in which the value of a node may differ from that of the step before; the first step is among them.
  [[nodiscard]] StepBits moves(NodeId id) const { return {bits_.data() + index_of(id) * words_, words_}; }

private:
  /// What a node is in all trials of a step: the value of one argument, or a number.
  struct Outcome {
    enum class Kind : std::uint8_t { unknown, argument, zero, one } kind = Kind::unknown;
    std::uint8_t argument = 0;
    friend bool operator==(const Outcome&, const Outcome&) = default;
  };

  std::span<std::uint64_t> bits(NodeId id) { return {bits_.data() + index_of(id) * words_, words_}; }
  void find_tables();
  void find_bounded();
  void move_always(NodeId id);
  void prove_node(NodeId id);
  void prove_bounds(NodeId id);
  [[nodiscard]] Bounds bounds(NodeId id, std::size_t step) const;
  [[nodiscard]] Outcome outcome(const Node& node, std::size_t step) const;
  [[nodiscard]] Outcome outcome_of_function(const Node& node, std::size_t step) const;
  [[nodiscard]] Outcome outcome_of_clamp(const Node& node, std::size_t step, Bounds x, std::uint8_t low) const;
  void keep_moving_outcomes(NodeId id);

  const Plan& plan_;
  std::size_t steps_;
  std::size_t words_;
  std::vector<StepSpan> spans_;
  std::vector<std::uint64_t> bits_;  ///< by node
  std::vector<NodeId> given_;        ///< what is given and changes from step to step
  /// Columns whose bounds the proof needs, and nodes whose bounds are worked out from them step by step.
  std::vector<NodeId> wanted_;
  std::vector<NodeId> bounded_;
  std::vector<std::uint32_t> place_;  ///< by node: of its bounds, one for each step when it is bounded
  std::vector<Bounds> bounds_;
};

}  // namespace wayworth::engine
