#pragma once

#include <array>
#include <cstddef>

#include "engine/finance/step_share.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// An argument of an operation for one block: a column with one value per trial, or one value for all trials.
struct Operand {
  const double* column = nullptr;  ///< null: `same` holds for every trial
  double same = 0.0;
};

/// Computes one operation of the plan, which does not carry on from step to step, for `trials` trials.
/// \param out  `trials` values; may be the column of an argument
void compute(const Node& node, StepSpan step, const std::array<Operand, 3>& arguments, double* out, std::size_t trials);

/// carried[i] += x[i] * weight.
void accumulate(Operand x, double weight, double* carried, std::size_t trials);
/// carried[i] = min(carried[i], x[i]).
void keep_minimum(Operand x, double* carried, std::size_t trials);
/// carried[i] is the payback, in steps, of a horizon that ends after `step`; before[i] the cumulative flow so far.
void track_payback(Operand cumulative, double step, double* carried, double* before, std::size_t trials);

}  // namespace wayworth::engine
