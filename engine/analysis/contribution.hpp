#pragma once

#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// What each member of the first option contributes to the programme's mean NPV, in the order of the roadmap. The error
/// of a share holds that of the trials and, where not all orders were evaluated, a bound on that of the sampled orders.
std::vector<Contribution> contributions_of(const Model& model, const Results& results);

}  // namespace wayworth::engine
