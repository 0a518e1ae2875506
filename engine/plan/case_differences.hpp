#pragma once

#include <vector>

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// By node: whether it is a difference of two cases, or part of one and not the same in both. Sums among them are not
/// to be rewritten: both cases have to come to the same, to the last digit, in a trial in which they do the same.
std::vector<bool> parts_of_differences(const Plan& plan);

}  // namespace wayworth::engine
