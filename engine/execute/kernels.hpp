#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/finance/step_share.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// An argument of an operation for one block: a column with one value per trial, or one value for all trials.
struct Operand {
  const double* column = nullptr;  ///< null: `same` holds for every trial
  double same = 0.0;
};

/// The values of `from` in so many trials.
void copy(Operand from, std::size_t trials, double* to);

/// One operation on one block of trials in one step.
struct Work {
  Operand a;
  Operand b;
  Operand c;
  Operand d;
  double* out = nullptr;  ///< one value per trial; may be the column of an argument
  std::size_t trials = 0;
  double* before = nullptr;  ///< of what keeps the value of the step before: a column for it
  double step = 1.0;         ///< 1, 2, ...
  StepSpan span{};
  /// Of a sum over steps: the weights of the steps to add, each `weight_stride` after the last, 0 when all are the
  /// same.
  const double* weights = nullptr;
  std::size_t weight_stride = 0;
  std::size_t steps = 1;
  std::uint32_t detail = 0;  ///< of the node
  std::uint8_t argument_count = 0;
};

/// Does the work of one kind of operation. What carries on from step to step finds its last value in `out`.
using Kernel = void (*)(const Work&);

/// The kernel of a node that is computed by the trial.
/// \throws std::logic_error for constants, tables, inputs and at_end, which are no work
Kernel kernel_of(const Node& node);

}  // namespace wayworth::engine
