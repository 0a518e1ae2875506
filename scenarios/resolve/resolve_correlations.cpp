#include "scenarios/resolve/resolve_correlations.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "scenarios/resolve/input_names.hpp"

namespace wayworth::scenarios {
namespace {

using engine::InputId;
using engine::RankCorrelation;

const std::string section = "correlations";

/// Collects the stated pairs, entry by entry.
class PairCollector {
public:
  PairCollector(const InputNames& names, Problems& problems) : names_(names), problems_(problems) {}

  void add(const CorrelationSection& entry) {
    repeated_ = 0;
    if (entry.kind == CorrelationSection::Kind::between) {
      add_pair(entry);
    } else {
      add_all_pairs(entry);
    }
  }

  [[nodiscard]] std::vector<RankCorrelation> pairs() const {
    std::vector<RankCorrelation> result;
    for (const auto& [inputs, stated] : stated_) {
      result.push_back({inputs.first, inputs.second, stated.entry->rank, stated.entry->rank});
    }
    return result;
  }

  /// The entry that states the pair.
  [[nodiscard]] const CorrelationSection& entry_of(const RankCorrelation& pair) const {
    return *stated_.at({pair.first, pair.second}).entry;
  }

private:
  /// An input of an entry, and whether a `*` stood for it.
  struct Member {
    InputId input;
    bool by_pattern;
  };

  struct Stated {
    const CorrelationSection* entry;
    bool by_pattern;
  };

  void add_pair(const CorrelationSection& entry) {
    const std::string path = section + ".between";
    std::vector<Member> members;
    for (const Reference& name : entry.names) {
      if (InputNames::is_pattern(name.key)) {
        problems_.error(name.place, path, fmt::format("`{}`: only `among` takes patterns with *", name.key));
        continue;
      }
      if (const auto input = names_.find(name, path, problems_)) members.push_back({*input, false});
    }
    if (members.size() < 2) return;
    if (members[0].input == members[1].input) {
      problems_.error(entry.place, path, fmt::format("`{}` is named twice", names_.name_of(members[0].input)));
      return;
    }
    state(members[0], members[1], entry);
  }

  void add_all_pairs(const CorrelationSection& entry) {
    const std::vector<Member> members = members_of(entry);
    if (members.size() > most_correlated_inputs) {
      problems_.error(entry.place, section,
                      fmt::format("{} uncertain figures are too many to depend on each other pair by pair; at most {} "
                                  "can",
                                  members.size(), most_correlated_inputs));
      return;
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) state(members[i], members[j], entry);
    }
  }

  /// The inputs of an `among`, each once; none when there are problems.
  std::vector<Member> members_of(const CorrelationSection& entry) {
    const std::string path = section + ".among";
    std::map<InputId, bool> by_pattern;
    bool complete = true;
    for (const Reference& name : entry.names) {
      if (!InputNames::is_pattern(name.key)) {
        const auto input = names_.find(name, path, problems_);
        if (input) by_pattern[*input] = false;
        complete = complete && input;
        continue;
      }
      const std::vector<InputId> found = names_.matching(name.key);
      for (const InputId input : found) by_pattern.emplace(input, true);
      if (!found.empty()) continue;
      problems_.error(name.place, path, fmt::format("`{}` stands for no uncertain figure", name.key));
      complete = false;
    }
    std::vector<Member> members;
    for (const auto& [input, pattern] : by_pattern) members.push_back({input, pattern});
    if (complete && members.size() < 2) {
      problems_.error(entry.place, path,
                      fmt::format("names only `{}`; at least two uncertain figures can depend on each other",
                                  names_.name_of(members.front().input)));
    }
    return complete && members.size() >= 2 ? members : std::vector<Member>{};
  }

  /// A pair is stated once; but `between` may say again what a `*` said, and then holds, whichever comes first.
  void state(const Member& a, const Member& b, const CorrelationSection& entry) {
    const auto inputs = std::minmax(a.input, b.input);
    const Stated now{&entry, a.by_pattern || b.by_pattern};
    const auto [at, is_new] = stated_.emplace(std::pair(inputs.first, inputs.second), now);
    if (is_new) return;
    Stated& before = at->second;
    const auto is_exact = [](const Stated& one) { return one.entry->kind == CorrelationSection::Kind::between; };
    if (is_exact(now) && before.by_pattern) {
      before = now;
    } else if (!(is_exact(before) && now.by_pattern) && repeated_++ == 0) {
      problems_.error(entry.place, section,
                      fmt::format("`{}` and `{}` have a rank correlation already, {} ({}); state each pair once. "
                                  "Only a `between` may change what a pattern with * says",
                                  names_.name_of(inputs.first), names_.name_of(inputs.second), before.entry->rank,
                                  line_of(before.entry->place)));
    }
  }

  const InputNames& names_;
  Problems& problems_;
  std::map<std::pair<InputId, InputId>, Stated> stated_;
  std::size_t repeated_ = 0;  ///< pairs of the entry that others have stated
};

std::string text_of(double rank) {
  return fmt::format("{:.3g}", std::abs(rank) < 5e-4 ? 0.0 : rank);
}

/// "`a` and `b` 0.64 instead of 0.9, ...": those that moved most.
std::string moves_of(const engine::CorrelationGroup& group, const InputNames& names) {
  constexpr std::size_t at_most = 5;
  const std::vector<RankCorrelation> moved = engine::moved_pairs(group);
  std::string text;
  for (std::size_t i = 0; i < std::min(at_most, moved.size()); ++i) {
    text += fmt::format("{}`{}` and `{}` {} instead of {}", i == 0 ? "" : ", ", names.name_of(moved[i].first),
                        names.name_of(moved[i].second), text_of(moved[i].used), text_of(moved[i].stated));
  }
  return moved.size() > at_most ? text + ", others less" : text;
}

void report_repair(const engine::CorrelationGroup& group, const InputNames& names, const Place& place, bool is_allowed,
                   Problems& problems) {
  const std::string what =
      fmt::format("the ranks of these {} uncertain figures cannot hold together; ", group.inputs.size());
  const std::string moves = moves_of(group, names);
  if (is_allowed || engine::move_of(engine::moved_pairs(group).front()) <= most_unasked_move) {
    problems.warning("W-CORR-REPAIRED", place, section, what + "the nearest that can are used: " + moves);
    return;
  }
  problems.error(place, section,
                 what + "the nearest that can: " + moves +
                     "; state ranks near these, or take them with an entry `- {repair: allow}`");
}

}  // namespace

std::vector<engine::CorrelationGroup> resolve_correlations(const Scenario& scenario, const CollectedInputs& collected,
                                                           Problems& problems) {
  const CorrelationsSection& stated = scenario.correlations;
  const InputNames names(scenario, collected);
  PairCollector collector(names, problems);
  for (const CorrelationSection& entry : stated.entries) collector.add(entry);
  std::vector<engine::CorrelationGroup> groups;
  for (std::optional<engine::CorrelationGroup>& group : engine::correlation_groups(collector.pairs())) {
    if (!group) {
      problems.error(stated.place, section,
                     fmt::format("the ranks of more than {} uncertain figures cannot hold together; state fewer pairs, "
                                 "or weaker ones",
                                 engine::most_repairable));
      continue;
    }
    if (group->dependence.repair_distance) {
      const Place& place = collector.entry_of(group->pairs.front()).place;
      report_repair(*group, names, place, stated.repair_is_allowed, problems);
    }
    groups.push_back(std::move(*group));
  }
  return groups;
}

}  // namespace wayworth::scenarios
