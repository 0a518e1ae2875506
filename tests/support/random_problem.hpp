#pragma once

#include <cstdint>

#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::tests {

/// A small scheduling problem with rules of every kind: at most 5 items and 4 steps, so that every schedule can be
/// tried.
engine::ScheduleProblem random_problem(std::uint64_t seed);

}  // namespace wayworth::tests
