#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

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

/// A term of a sum that is brought up to date by what has changed.
struct ChangingTerm {
  Operand x;
  Operand weight;
  double* before = nullptr;  ///< x in the step in which it was last looked at; 0 to begin with
  bool is_subtracted = false;
  double* end_sum = nullptr;  ///< a sum for the end over the same x, which is brought up to date on the way; or null
  double end_weight = 0.0;    ///< of this and all later steps, in that sum
};

/// A step of the simulation.
struct Step {
  double number = 1.0;  ///< 1, 2, ...
  StepSpan span{};
};

/// One operation on one block of trials in one step.
struct Work {
  Operand a;
  Operand b;
  Operand c;
  Operand d;
  Operand e;
  double* out = nullptr;  ///< one value per trial; may be the column of an argument
  std::size_t trials = 0;
  double* before = nullptr;  ///< of what keeps the value of the step before: a column for it
  const Step* step = nullptr;
  std::uint32_t detail = 0;  ///< of the node
  std::uint8_t argument_count = 0;
  std::span<const Operand> factors;     ///< of a product
  std::span<const ChangingTerm> terms;  ///< of a weighted sum: those that have moved
};

/// Does the work of one kind of operation. What carries on from step to step finds its last value in `out`.
using Kernel = void (*)(const Work&);

/// The kernel of a node that is computed by the trial.
/// \throws std::logic_error for constants, tables, inputs and at_end, which are no work
Kernel kernel_of(const Node& node);

/// The kernel of a sum over steps of which only the end is read, of (x, weight of this and all later steps): adds what
/// x has changed since the step that the kernel last saw, of which `before` keeps the value, times that weight.
///     sum over t of x(t) w(t) = sum over t of (x(t) - x(t - 1)) (w(t) + w(t + 1) + ...)
/// A step in which x stands still adds exactly 0, so that leaving it out changes no bit.
/// Source: Abel's summation by parts.
Kernel kernel_of_sum_for_the_end();

}  // namespace wayworth::engine
