#pragma once

#include <functional>
#include <span>
#include <vector>

#include "engine/execute/kernels.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Runs a plan for one block of trials after another. One per thread: the plan is shared and const, every buffer is
/// here. The steps are the outer loop and the trials the inner one, so that the columns in use stay in cache.
class BlockRunner {
public:
  /// \param most_trials  the largest block that will be run
  BlockRunner(const Plan& plan, std::size_t most_trials);

  /// Fills the column of an input of the plan with its values in the trials of the block.
  using FillInput = std::function<void(std::size_t input, std::span<double> values)>;
  /// Called after each step 1, 2, ..., when the flows of that step can be read.
  using AfterStep = std::function<void(std::size_t step)>;

  /// Where the values of a node of another plan lie, for the trials of the block.
  struct GivenColumn {
    const double* first_step = nullptr;
    std::size_t stride = 0;  ///< from one step to the next; 0 for what does not change

    const double* at(std::size_t step) const { return first_step + (step - 1) * stride; }
  };

  /// What the plan's parameters are from the next block on, and what it is given by another plan.
  void set_parameters(std::span<const double> values) { parameters_.assign(values.begin(), values.end()); }
  void set_given(std::span<const GivenColumn> columns) { given_.assign(columns.begin(), columns.end()); }

  /// Runs one block; afterwards, until the next block, value() gives the results.
  void run(std::size_t trials, const FillInput& fill_input, const AfterStep& after_step);

  /// The node's value in step `step` (any step for what does not change), or its result after the run.
  Operand value(NodeId id, std::size_t step) const;

private:
  /// A node made ready to run: its arguments as places to read from.
  struct Instruction {
    struct Source {
      Operand operand;                  ///< a column, or what is the same in every step
      const double* by_step = nullptr;  ///< not null: the value of step t is by_step[t - 1]
      const Node* given = nullptr;      ///< not null: the value is the column of this node, from another plan
    };
    Kernel kernel = nullptr;  ///< null: fill the column with a parameter or with the draws of an input
    bool is_parameter = false;
    bool one_input_a_step = false;  ///< of input `work.detail` + step - 1, else `work.detail`
    Work work;
    std::array<Source, most_arguments> sources;
    std::size_t first_step = 1;  ///< nothing reads the result of an earlier step
  };

  double* column(NodeId id) { return columns_.data() + plan_.slots[index_of(id)] * stride_; }
  const double* column(NodeId id) const { return columns_.data() + plan_.slots[index_of(id)] * stride_; }
  Instruction instruction_for(NodeId id);
  void begin_carried();
  void run_instruction(Instruction& instruction, std::size_t step, const FillInput& fill_input);

  const Plan& plan_;
  std::size_t stride_;
  std::size_t trials_ = 0;
  std::vector<StepSpan> spans_;  ///< by step, from 0
  std::vector<double> columns_;
  std::vector<double> parameters_;
  std::vector<GivenColumn> given_;
  std::vector<Instruction> before_steps_;
  std::vector<Instruction> each_step_;
  std::vector<Instruction> after_steps_;
};

}  // namespace wayworth::engine
