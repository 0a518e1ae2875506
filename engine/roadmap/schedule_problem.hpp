#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/rule_origin.hpp"

namespace wayworth::engine {

/// By item: the step that it starts in, counted from 1; empty when it is left out. Like Option::starts.
using Schedule = std::vector<std::optional<std::size_t>>;

/// Something to do once or not at all.
struct ScheduleItem {
  std::string name;
  std::vector<double> value;  ///< entry s - 1: what it is worth when it starts in step s; one for each step
};

/// What two items are worth together beyond what each is worth alone, whenever they start.
struct PairValue {
  std::size_t first = 0;
  std::size_t second = 0;
  double value = 0.0;
};

// Rules. Items are positions in ScheduleProblem::items.

/// The item is part of the schedule.
struct MustRule {
  std::size_t item = 0;
};

/// At most `count` of the items are part of the schedule.
struct AtMostRule {
  std::vector<std::size_t> items;
  std::size_t count = 1;
};

/// At least `count` of the items are part of the schedule.
struct AtLeastRule {
  std::vector<std::size_t> items;
  std::size_t count = 1;
};

/// The item is there only when `needed` is, and starts at least `gap` steps after it does.
struct NeedRule {
  std::size_t item = 0;
  std::size_t needed = 0;
  std::size_t gap = 0;
};

/// The items, where they are part of the schedule, start in an allowed step.
struct StartRule {
  std::vector<std::size_t> items;
  std::vector<bool> allowed;  ///< entry s - 1 is step s; one for each step
};

/// The item starts in step s only when at least `share` of the items `before` have been started so long ago as they
/// take.
struct GateRule {
  std::size_t item = 0;
  std::vector<std::size_t> before;
  std::vector<std::size_t> steps_until_live;  ///< of each of `before`
  double share = 0.0;
};

/// What is scarce: in each row the amounts that the items of the schedule use add up to at most the row's bound.
struct LimitRule {
  struct Use {
    std::size_t row = 0;
    double amount = 0.0;
  };
  std::vector<double> bounds;
  std::vector<std::vector<std::vector<Use>>> uses;  ///< [item][s - 1]: when it starts in step s
};

struct Rule {
  RuleOrigin origin;
  std::variant<MustRule, AtMostRule, AtLeastRule, NeedRule, StartRule, GateRule, LimitRule> what;
};

/// What to start when, without chance: the schedule of the greatest total value that keeps every rule.
struct ScheduleProblem {
  std::size_t steps = 0;  ///< starts are 1..steps
  std::vector<ScheduleItem> items;
  std::vector<PairValue> pairs;
  std::vector<Rule> rules;
};

/// The sum of the values of the items and pairs that are part of the schedule.
double value_of(const ScheduleProblem& problem, const Schedule& schedule);

bool is_kept(const Rule& rule, const Schedule& schedule);

/// Positions of the rules that the schedule breaks, ascending.
std::vector<std::size_t> broken_rules(const ScheduleProblem& problem, const Schedule& schedule);

bool keeps_all_rules(const ScheduleProblem& problem, const Schedule& schedule);

/// How far a sum of amounts may exceed its bound for reasons of rounding.
double slack_of(double bound);

}  // namespace wayworth::engine
