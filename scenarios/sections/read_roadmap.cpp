#include "scenarios/sections/read_roadmap.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "scenarios/sections/read_phases.hpp"

namespace wayworth::scenarios {
namespace {

using engine::PlannedDuration;
using engine::RoadmapGoal;
using engine::Stage;
using Use = Key::Use;

constexpr std::array<Choice<std::size_t>, 3> months_of_period = {{{"month", 1}, {"quarter", 3}, {"year", 12}}};

constexpr std::array<Choice<PlannedDuration>, 4> durations = {{
    {"mean", PlannedDuration::mean},
    {"p50", PlannedDuration::p50},
    {"p80", PlannedDuration::p80},
    {"p90", PlannedDuration::p90},
}};

constexpr std::array<Choice<RoadmapGoal::Kind>, 3> goals = {{
    {"mean", RoadmapGoal::Kind::mean},
    {"p10", RoadmapGoal::Kind::p10},
    {"cvar10", RoadmapGoal::Kind::cvar10},
}};

/// Stages that have one before them.
constexpr std::array<Choice<Stage>, 3> later_stages = {{
    {"optimise", Stage::optimise},
    {"omnichannel", Stage::omnichannel},
    {"journey", Stage::journey},
}};

/// Of the key `capacity`: for all phases, or for each.
constexpr Shape people_of_role = shapes::either<shapes::constant, shapes::list_of<shapes::constant>>;
constexpr Shape initiative_names = shapes::list_of<shapes::text>;

constexpr std::array<Key, 17> keys = {{
    {"phases", Use::optional, shapes::list_of<shapes::section>,
     "an initiative belongs to the phase that it is planned to start in"},
    {"budget", Use::optional, shapes::constant, "for the one-off costs of all initiatives together"},
    {"budget_certainty", Use::optional, shapes::constant_with_percent,
     "how likely each budget, this one and the phases', must be kept; without it, each is kept on average"},
    {"capacity", Use::optional, shapes::map_of<people_of_role>,
     "how many people each role has: one figure, or a list with one for each phase (which holds until the next phase "
     "begins)"},
    {"capacity_period", Use::optional, shapes::one_of<months_of_period>,
     "the effort in each such period, counted from the start, is held against the capacity of that period"},
    {"planned_duration", Use::optional, shapes::one_of<durations>,
     "how long an implementation is planned to take: the mean or a percentile of its `duration`"},
    {"start_every", Use::optional, shapes::one_of<months_of_period>,
     "starts are planned at the first step of such a period only"},
    {"must", Use::optional, initiative_names, "what must be part of the roadmap"},
    {"exclude", Use::optional, shapes::list_of<initiative_names>, "sets of which at most one may be part of it"},
    {"at_least", Use::optional, shapes::list_of<shapes::section>, "sets of which so many must be part of it"},
    {"at_most", Use::optional, shapes::list_of<shapes::section>, "sets of which no more may be part of it"},
    {"fixed", Use::optional, shapes::map_of<shapes::whole_number<1>>,
     "what must be part of it and start in this very step"},
    {"windows", Use::optional, shapes::map_of<shapes::section>,
     "the steps in which an initiative may start, if it is part of it"},
    {"blackouts", Use::optional, shapes::list_of<shapes::section>, "steps in which nothing may start"},
    {"gates", Use::optional, shapes::map_of<shapes::constant_with_percent>,
     "an initiative of this `stage` may start when so large a share of those of the stage before is planned to be "
     "live"},
    {"self_funding", Use::optional, shapes::section,
     "how deep cumulative cash may fall, and how surely it must not fall deeper"},
    {"maximise", Use::optional, shapes::either<shapes::one_of<goals>, shapes::section>,
     "what of the programme's NPV is to be greatest: its mean, P10, mean of its worst tenth, or its chance to exceed "
     "an amount"},
}};

constexpr std::array<Key, 2> count_key_table = {{
    {"of", Use::required, initiative_names, "the set"},
    {"count", Use::required, shapes::whole_number<1>, "how many of it"},
}};

constexpr std::array<Key, 2> window_key_table = {{
    {"from", Use::required, shapes::whole_number<1>, "first step, counted from 1"},
    {"to", Use::required, shapes::whole_number<1>, "last step"},
}};

constexpr std::array<Key, 2> self_funding_key_table = {{
    {"floor", Use::required, shapes::constant, "cumulative net cash, undiscounted, must not fall below it"},
    {"probability", Use::required, shapes::constant_with_percent, "with at least this probability"},
}};

constexpr std::array<Key, 1> goal_key_table = {{
    {"probability_above", Use::required, shapes::constant, "the amount of NPV to exceed"},
}};

constexpr ConstantRule probability = {[](const Constant& constant) {
                                        return constant.suffix == Syntax::Suffix::percent && constant.value > 0.0 &&
                                               constant.value <= 1.0;
                                      },
                                      "a share above 0% and at most 100%"};

constexpr ConstantRule number_of_people = {is_amount, "a number of people, at least 0"};

constexpr ConstantRule debt = {
    [](const Constant& constant) { return constant.value <= 0.0 && constant.suffix == Syntax::Suffix::bare; },
    "money, at most 0, such as -2M"};

constexpr ConstantRule money = {[](const Constant& constant) { return constant.suffix == Syntax::Suffix::bare; },
                                "money"};

std::vector<Reference> read_references(const DocumentNode& node, const std::string& path, Problems& problems) {
  std::vector<Reference> references;
  if (!expect_list(node, path, "initiatives", problems)) return references;
  for (const DocumentNode& item : node.items) {
    if (item.is_scalar()) {
      references.push_back({item.text, item.place});
    } else {
      problems.error(item.place, path, fmt::format("must be the key of an initiative, not {}", name_of(item.kind)));
    }
  }
  return references;
}

class Reader {
public:
  Reader(const MapReader& reader, const engine::Timeline& time, const ReadContext& context)
      : reader_(reader), time_(time), context_(context) {}

  RoadmapSection read() {
    if (const auto* const node = reader_.find("phases")) section_.phases = read_phases(*node, time_.steps, context_);
    section_.limits.budget = read_budget(reader_, context_);
    if (const auto* const node = reader_.find("budget_certainty")) {
      section_.limits.certainty = read_constant(*node, reader_.path_of("budget_certainty"), context_, probability);
    }
    section_.limits.capacity_period = read_period("capacity_period");
    section_.limits.start_every = read_period("start_every");
    section_.limits.planned_duration = reader_.choice("planned_duration", durations).value_or(PlannedDuration::p80);
    section_.states_capacity = reader_.states("capacity");
    if (const auto* const node = reader_.find("capacity")) read_capacity(*node);
    if (const auto* const node = reader_.find("must")) {
      section_.must = read_references(*node, reader_.path_of("must"), context_.problems);
    }
    if (const auto* const node = reader_.find("exclude")) read_exclusions(*node);
    section_.at_least = read_counts("at_least", 0);
    section_.at_most = read_counts("at_most", 1);
    if (const auto* const node = reader_.find("fixed")) read_fixed(*node);
    if (const auto* const node = reader_.find("windows")) read_windows(*node);
    if (const auto* const node = reader_.find("blackouts")) read_blackouts(*node);
    if (const auto* const node = reader_.find("gates")) read_gates(*node);
    if (const auto* const node = reader_.find("self_funding")) read_self_funding(*node);
    if (const auto* const node = reader_.find("maximise")) read_goal(*node);
    return std::move(section_);
  }

private:
  /// The steps of a period; 1 when it is not stated.
  std::size_t read_period(std::string_view key) {
    const std::optional<std::size_t> months = reader_.choice(key, months_of_period);
    if (!months) return 1;
    const auto months_a_step = static_cast<std::size_t>(12 / time_.steps_per_year);
    if (*months >= months_a_step) return *months / months_a_step;
    context_.problems.error(reader_.find(key)->place, reader_.path_of(key),
                            fmt::format("is shorter than a step of {} months", months_a_step));
    return 1;
  }

  void read_capacity(const DocumentNode& node) {
    const std::string path = reader_.path_of("capacity");
    if (!expect_map(node, path, "role: people", context_.problems)) return;
    for (const DocumentEntry& entry : node.entries) {
      CapacitySection capacity{{entry.key, entry.key_place}, {}};
      const std::string role_path = join_path(path, entry.key);
      if (entry.value.is_list()) {
        for (const DocumentNode& item : entry.value.items) add_people(item, role_path, capacity);
        check_phase_count(entry, role_path);
      } else {
        add_people(entry.value, role_path, capacity);
      }
      section_.capacity.push_back(std::move(capacity));
    }
  }

  void add_people(const DocumentNode& node, const std::string& path, CapacitySection& capacity) {
    capacity.people.push_back(read_constant(node, path, context_, number_of_people).value_or(0.0));
  }

  void check_phase_count(const DocumentEntry& entry, const std::string& path) {
    if (entry.value.items.size() == section_.phases.size()) return;
    context_.problems.error(entry.value.place, path,
                            fmt::format("has {} figures for {} phases; write one for each, or one for all",
                                        entry.value.items.size(), section_.phases.size()));
  }

  void read_exclusions(const DocumentNode& node) {
    const std::string path = reader_.path_of("exclude");
    if (!expect_list(node, path, "lists of initiatives", context_.problems)) return;
    for (const DocumentNode& item : node.items) {
      section_.exclude.push_back(read_references(item, path, context_.problems));
      if (item.is_list() && item.items.size() < 2) {
        context_.problems.error(item.place, path, "needs two initiatives or more, of which at most one may be chosen");
      }
    }
  }

  /// \param left_over  how many of each set the rule must leave to say anything
  std::vector<CountOfSetSection> read_counts(std::string_view key, std::size_t left_over) {
    std::vector<CountOfSetSection> rules;
    const DocumentNode* const node = reader_.find(key);
    const std::string path = reader_.path_of(key);
    if (node == nullptr || !expect_list(*node, path, "maps with `of` and `count`", context_.problems)) return rules;
    for (const DocumentNode& item : node->items) {
      const MapReader rule(item, path, count_key_table, context_.problems);
      const DocumentNode* const of = rule.find("of");
      const DocumentNode* const count = rule.find("count");
      if (of == nullptr || count == nullptr) continue;
      CountOfSetSection counted{read_references(*of, rule.path_of("of"), context_.problems), 1, item.place};
      const auto most = std::max<std::size_t>(counted.of.size(), 1 + left_over) - left_over;
      counted.count = whole_number(*count, rule.path_of("count"), 1, most, context_.problems).value_or(1);
      rules.push_back(std::move(counted));
    }
    return rules;
  }

  void read_fixed(const DocumentNode& node) {
    const std::string path = reader_.path_of("fixed");
    if (!expect_map(node, path, "initiative: step", context_.problems)) return;
    for (const DocumentEntry& entry : node.entries) {
      const auto step =
          whole_number(entry.value, join_path(path, entry.key), 1, last_step(), context_.problems).value_or(1);
      section_.windows.push_back({{entry.key, entry.key_place}, step, step, true});
    }
  }

  void read_windows(const DocumentNode& node) {
    const std::string path = reader_.path_of("windows");
    if (!expect_map(node, path, "initiative: {from: step, to: step}", context_.problems)) return;
    for (const DocumentEntry& entry : node.entries) {
      const MapReader window(entry.value, join_path(path, entry.key), window_key_table, context_.problems);
      if (const std::optional<StepRange> range = read_step_range(window, time_.steps, "window")) {
        section_.windows.push_back({{entry.key, entry.key_place}, range->from, range->to, false});
      }
    }
  }

  void read_blackouts(const DocumentNode& node) {
    const std::string path = reader_.path_of("blackouts");
    if (!expect_list(node, path, "maps with `from` and `to`", context_.problems)) return;
    for (const DocumentNode& item : node.items) {
      const MapReader blackout(item, path, window_key_table, context_.problems);
      if (const std::optional<StepRange> range = read_step_range(blackout, time_.steps, "blackout")) {
        section_.limits.blackouts.push_back({range->from, range->to});
      }
    }
  }

  void read_gates(const DocumentNode& node) {
    const std::string path = reader_.path_of("gates");
    if (!expect_map(node, path, "stage: share", context_.problems)) return;
    for (const DocumentEntry& entry : node.entries) {
      DocumentNode word;
      word.kind = DocumentNode::Kind::scalar;
      word.text = entry.key;
      word.place = entry.key_place;
      const std::optional<Stage> stage = reader_.choice_of(word, path, later_stages);
      const std::optional<double> share = read_constant(entry.value, join_path(path, entry.key), context_, probability);
      if (stage && share) section_.limits.gates.push_back({*stage, *share});
    }
  }

  void read_self_funding(const DocumentNode& node) {
    const MapReader rule(node, reader_.path_of("self_funding"), self_funding_key_table, context_.problems);
    const std::optional<double> floor = read_constant(rule, "floor", context_, debt);
    const std::optional<double> share = read_constant(rule, "probability", context_, probability);
    if (floor && share) section_.limits.self_funding = {*floor, *share};
  }

  void read_goal(const DocumentNode& node) {
    const std::string path = reader_.path_of("maximise");
    if (!node.is_map()) {
      const std::optional<RoadmapGoal::Kind> kind = reader_.choice("maximise", goals);
      if (kind) section_.limits.goal.kind = *kind;
      return;
    }
    const MapReader goal(node, path, goal_key_table, context_.problems);
    const std::optional<double> amount = read_constant(goal, "probability_above", context_, money);
    if (amount) section_.limits.goal = {RoadmapGoal::Kind::probability_above, *amount};
  }

  [[nodiscard]] std::size_t last_step() const {
    return time_.steps == 0 ? std::numeric_limits<std::uint32_t>::max() : time_.steps;
  }

  const MapReader& reader_;
  const engine::Timeline& time_;
  const ReadContext& context_;
  RoadmapSection section_;
};

}  // namespace

const SectionKeys roadmap_keys = {"roadmap", keys};
const SectionKeys at_least_keys = {"roadmap.at_least", count_key_table};
const SectionKeys at_most_keys = {"roadmap.at_most", count_key_table};
const SectionKeys window_keys = {"roadmap.windows.*", window_key_table};
const SectionKeys blackout_keys = {"roadmap.blackouts", window_key_table};
const SectionKeys self_funding_keys = {"roadmap.self_funding", self_funding_key_table};
const SectionKeys goal_keys = {"roadmap.maximise", goal_key_table};

RoadmapSection read_roadmap(const DocumentNode& node, const engine::Timeline& time, const ReadContext& context) {
  const MapReader reader(node, "roadmap", keys, context.problems);
  return Reader(reader, time, context).read();
}

}  // namespace wayworth::scenarios
