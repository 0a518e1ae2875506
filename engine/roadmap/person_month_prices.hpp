#pragma once

#include <vector>

#include "engine/roadmap/optimise.hpp"

namespace wayworth::engine {

/// What one person-month more of a role would bring, in one period of RoadmapLimits::capacity_period steps.
struct PersonMonthPrice {
  RoleId role{};
  std::size_t period = 0;  ///< from 0
  Estimate gain;           ///< of the goal, on the draws of the search
  Schedule schedule;       ///< the better roadmap
};

/// Looks at every roadmap that is one step away - one initiative moved, in or out, two that swap starts, one in place
/// of another - and that nothing but the people of one role in one period stand against, by at most one person-month.
/// From the best of these for each role and period the search goes on with that person-month more. So a gain is what
/// was found, and may be more. By role and period, only where there is one.
std::vector<PersonMonthPrice> person_month_prices(RoadmapSearch& search, const Candidate& chosen);

}  // namespace wayworth::engine
