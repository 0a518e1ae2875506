#pragma once

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Gathers what was written two by two. A row of factors, such as what each initiative leaves of a churn, becomes one
/// `product`. Of a row of terms, such as what each initiative earns in a step, those that may rest in some steps become
/// one `weighted_sum`, which is brought up to date by what has changed; the others are added to it as they were.
/// Differences of two cases are left as they are, so that an initiative that does nothing in a trial adds exactly 0.
void gather(Plan& plan);

}  // namespace wayworth::engine
