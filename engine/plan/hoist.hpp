#pragma once

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Moves work out of the steps. A business case is for the most part linear: an adoption that changes from step to step
/// times amounts that do not. So the value of a step is a sum of terms, each of a number that is known, a factor that a
/// trial has in all steps, a table by step, and a core, which is what is left and has to be computed in each step.
/// Factors of one core are added up before the steps; a sum over steps that nothing reads before the end becomes
/// factors times sums over cores, which all subjects share. Figures differ by rounding from those of the plan as it
/// was. The plan is not yet prepared to run.
void hoist(Plan& plan);

}  // namespace wayworth::engine
