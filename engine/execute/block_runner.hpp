#pragma once

#include <boost/align/aligned_allocator.hpp>
#include <boost/container/small_vector.hpp>
#include <functional>
#include <span>
#include <vector>

#include "engine/execute/bounds.hpp"
#include "engine/execute/kernels.hpp"
#include "engine/execute/still_steps.hpp"
#include "engine/execute/stillness.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Runs a plan for one block of trials after another. One per thread: the plan is shared and const, every buffer is
/// here. The steps are the outer loop and the trials the inner one, so that the columns in use stay in cache.
class BlockRunner {
public:
  /// \param most_trials  the largest block that will be run
  BlockRunner(const Plan& plan, std::size_t most_trials, Stillness stillness = Stillness::skipped);

  /// Fills the column of an input of the plan with its values in the trials of the block.
  using FillInput = std::function<void(std::size_t input, std::span<double> values)>;
  /// Called after each step 1, 2, ..., when the flows of that step can be read.
  using AfterStep = std::function<void(std::size_t step)>;

  /// Where the values of a node of another plan lie, for the trials of the block.
  struct GivenColumn {
    const double* values = nullptr;
    const std::uint32_t* offsets = nullptr;  ///< of the column of step 1, 2, ... in `values`
    StepBits moves{};                        ///< the steps in which it may differ from the step before

    const double* at(std::size_t step) const { return values + offsets[step - 1]; }
  };

  /// What the plan's parameters are from the next block on, and what it is given by another plan.
  void set_parameters(std::span<const double> values);
  void set_given(std::span<const GivenColumn> columns) { given_.assign(columns.begin(), columns.end()); }

  /// Runs one block; afterwards, until the next block, value() gives the results.
  void run(std::size_t trials, const FillInput& fill_input, const AfterStep& after_step);

  /// The node's value in step `step` (any step for what does not change), or its result after the run.
  Operand value(NodeId id, std::size_t step) const;

  /// The steps in which a node that is made in each step may differ from the step before, in the last block.
  StepBits moves(NodeId id) const { return still_steps_.moves(id); }

private:
  /// A node made ready to run: its arguments as places to read from.
  struct Instruction {
    /// An argument that is another in each step.
    struct Moving {
      Operand* operand = nullptr;       ///< in `work`
      const double* by_step = nullptr;  ///< its value in step t is by_step[t - 1]; null: it is the column of `given`
      std::uint32_t given = 0;
    };
    Kernel kernel = nullptr;  ///< null: fill the column with a parameter or with the draws of an input
    bool is_parameter = false;
    bool one_input_a_step = false;                     ///< of input `work.detail` + step - 1, else `work.detail`
    bool adds_changes = false;                         ///< of `terms`
    boost::container::small_vector<Moving, 1> moving;  ///< beside `work`, since both are read in each step
    Work work;
    std::vector<Operand> factors;            ///< of a product
    std::vector<ChangingTerm> terms;         ///< of a weighted sum
    std::vector<ChangingTerm> moving_terms;  ///< those of them that move in the step
    std::vector<NodeId> nodes_of_terms;
    std::vector<const double*> end_weights;  ///< of the sum for the end that goes with each term, by step; or null
    std::size_t first_step = 1;              ///< whose result anything reads; all terms move in it
    std::vector<double> weights_left;        ///< of a sum for the end: by step, the weights of it and all later ones
    bool goes_with_term = false;             ///< of a sum for the end: a weighted sum does its work
  };

  double* column(NodeId id) { return columns_.data() + plan_.slots[index_of(id)] * stride_; }
  const double* column(NodeId id) const { return columns_.data() + plan_.slots[index_of(id)] * stride_; }
  std::vector<Instruction> instructions_for(const std::vector<NodeId>& section);
  void prepare(Instruction& instruction, NodeId id);
  void prepare_argument(Instruction& instruction, Operand& operand, NodeId id);
  void prepare_row(Instruction& row, NodeId id);
  void prepare_for_the_end(Instruction& sum, NodeId id);
  void join_end_sums();
  void begin_carried();
  void prove_still_steps();
  bool is_proven();
  void find_work();
  Bounds bounds_of(NodeId id) const;
  std::span<std::uint64_t> work_of(std::size_t place) { return {work_.data() + place * words_, words_}; }
  void choose_terms(Instruction& sum, std::size_t step) const;
  void add_work_of_arguments(std::size_t place);
  void run_step(std::size_t step, const FillInput& fill_input);
  void fill(Instruction& instruction, std::size_t step, const FillInput& fill_input);
  void run_instruction(Instruction& instruction, std::size_t step, const FillInput& fill_input);

  static constexpr std::size_t cache_line = 64;  // bytes

  const Plan& plan_;
  /// From column to column: a cache line more than a block, since columns that lie a power of two apart would take each
  /// other's place in the cache.
  std::size_t stride_;
  Stillness stillness_;
  std::size_t trials_ = 0;
  std::vector<Step> steps_;  ///< step 1 first
  std::vector<double, boost::alignment::aligned_allocator<double, cache_line>> columns_;
  std::vector<double> parameters_;
  std::vector<GivenColumn> given_;
  std::vector<Instruction> before_steps_;
  std::vector<Instruction> each_step_;
  std::vector<Instruction> after_steps_;

  StillSteps still_steps_;
  std::vector<Bounds> proven_;              ///< of what the proof wants, for which it was made; empty: there is none
  std::vector<std::uint64_t> given_moves_;  ///< the steps in which given columns move, for which it was made
  std::size_t words_;                       ///< of a set of steps
  std::vector<std::uint32_t> places_;       ///< by node: its place in each_step
  std::vector<std::uint64_t> work_;         ///< by place in each_step: the steps in which it is computed, in this block
  std::vector<std::vector<std::uint32_t>> work_in_step_;  ///< by step: what is computed, as places in each_step
};

}  // namespace wayworth::engine
