#pragma once

#include <vector>

#include "engine/plan/case_values.hpp"
#include "engine/plan/compile_schedules.hpp"

namespace wayworth::engine {

// The net present value of any schedule, in parts. It is a sum, and most of what is added up hangs on few initiatives:
// what one costs, and what it brings by itself. So parts are told apart by the initiatives that they hang on, and each
// has to be evaluated anew only when one of its own moves.

/// A part that hangs on no more initiatives is evaluated as a whole, once for all starts of these.
inline constexpr std::size_t few_initiatives = 2;

/// Something that hangs on the parameters of these initiatives and on no others.
struct PlanOfInitiatives {
  Members initiatives;
  Plan plan;
};

/// A part of the value: the sum of what its plan watches, each times its sign.
struct ValuePart {
  /// A column that the plan is given.
  struct OwnColumn {
    std::size_t own = 0;     ///< in ValuePlans::own
    std::size_t column = 0;  ///< of what that watches
  };
  PlanOfInitiatives what;
  std::vector<double> signs;       ///< 1 or -1, by what is watched
  std::vector<OwnColumn> columns;  ///< given after what the still plan watches
};

/// No plan is prepared to run yet.
struct ValuePlans {
  Plan still;  ///< what hangs on no parameter: all others are given what it watches
  /// What joint parts are made of and that hangs on few initiatives, such as how far an effect has grown in each step.
  std::vector<PlanOfInitiatives> own;
  std::vector<ValuePart> alone;  ///< parts that hang on few initiatives
  std::vector<ValuePart> joint;  ///< parts that hang on more; they have no parameters, only own columns
};
ValuePlans value_plans(const Model& model);

/// A joint part for schedules that differ in one initiative: what the others bring, and what hangs on this one.
/// Products and sums are made in the order that leaves most to the others; so figures differ by rounding.
SplitPlan split_off(const ValuePlans& plans, const ValuePart& joint, InitiativeId initiative);

}  // namespace wayworth::engine
