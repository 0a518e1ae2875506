#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/expression.hpp"
#include "engine/model/stage.hpp"

namespace wayworth::engine {

/// Position of a role in RoadmapLimits::roles.
enum class RoleId : std::uint32_t {};

/// People of one trade, whom initiatives compete for.
struct Role {
  std::string key;
  std::vector<double> capacity;  ///< by step: people, that is person-months a month; empty: no limit
};

/// What an initiative needs of a role.
struct Effort {
  RoleId role{};
  Expression person_months;  ///< at least 0, in all; spread evenly over the implementation
};

/// A prerequisite: it must be live, and have been so for a while, before the initiative that names it starts.
struct Need {
  InitiativeId initiative{};
  double lag_months = 0.0;  ///< from its go-live to the earliest start; at least 0
  bool operator==(const Need&) const = default;
};

/// How long an implementation is planned to take, of the durations that it may really take.
enum class PlannedDuration : std::uint8_t { mean, p50, p80, p90 };

/// How many of a set of initiatives a roadmap must, or may, have.
struct CountOfSet {
  std::vector<InitiativeId> of;
  std::size_t count = 1;
};

/// If it is part of the roadmap, the initiative starts in one of these steps.
struct StartWindow {
  InitiativeId initiative{};
  std::size_t from = 1;
  std::size_t to = 1;
  bool must_be_in = false;  ///< a fixed start: it is part of the roadmap
};

/// Steps in which nothing starts.
struct Blackout {
  std::size_t from = 1;
  std::size_t to = 1;
};

/// An initiative of `stage` starts only when this share of the initiatives of the stage before is live.
struct MaturityGate {
  Stage stage = Stage::unstated;
  double share = 0.0;  ///< above 0, at most 1
};

/// The programme's cumulative net cash, undiscounted, stays at or above `floor` with at least this probability.
struct SelfFunding {
  double floor = 0.0;  ///< money, at most 0
  double probability = 0.9;
};

/// What of the programme's NPV is to be as great as possible.
struct RoadmapGoal {
  enum class Kind : std::uint8_t { mean, p10, cvar10, probability_above } kind = Kind::mean;
  double target = 0.0;  ///< of probability_above: money
};

/// What a roadmap must keep to, and what it is for.
struct RoadmapLimits {
  std::vector<Role> roles;
  std::size_t capacity_period = 1;  ///< steps: the effort of so many steps together is held against the capacity
  PlannedDuration planned_duration = PlannedDuration::p80;
  std::size_t start_every = 1;      ///< steps: the optimiser plans starts in steps 1, 1 + start_every, ...
  std::optional<double> budget;     ///< for the one-off costs of all initiatives together
  std::optional<double> certainty;  ///< each budget is kept with at least this probability; none: on average
  std::vector<InitiativeId> must;
  std::vector<std::vector<InitiativeId>> exclude;  ///< of each set at most one is part of the roadmap
  std::vector<CountOfSet> at_least;
  std::vector<CountOfSet> at_most;
  std::vector<StartWindow> windows;
  std::vector<Blackout> blackouts;
  std::vector<MaturityGate> gates;
  std::optional<SelfFunding> self_funding;
  RoadmapGoal goal;
};

}  // namespace wayworth::engine
