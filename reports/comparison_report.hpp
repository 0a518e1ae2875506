#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/compare/change_bridge.hpp"
#include "engine/analysis/compare/side_by_side.hpp"
#include "engine/model/rule_origin.hpp"
#include "reports/report.hpp"
#include "reports/results_json.hpp"

namespace wayworth::reports {

/// An edit of a scenario, in its own words.
struct Edit {
  std::string path;
  std::string before;  ///< empty: not there
  std::string after;   ///< likewise
};

/// What changed from the first side to the second, when they are two versions of one case.
struct VersionStory {
  std::vector<std::vector<Edit>> changes;      ///< in groups that are made together
  std::vector<Edit> other_edits;               ///< that these figures do not depend on
  std::optional<engine::ChangeBridge> bridge;  ///< one share for each group of changes; empty when it was not made
  /// There is none because the case has no figures when some changes are made and others are not.
  bool has_no_way_between = false;
};

/// What a side was made from.
struct ComparedScenario {
  ScenarioText text;
  std::uint64_t hash = 0;  ///< of the scenario and its overrides
};

/// Programmes on the same trials.
struct ComparisonStory {
  std::vector<engine::ComparedSide> sides;
  std::vector<ComparedScenario> scenarios;  ///< one for all sides, or one for each
  engine::SideBySide found;
  /// By side: the limits of its roadmap that it breaks; nothing where it has none.
  std::vector<std::optional<std::vector<engine::RuleOrigin>>> broken_limits;
  std::optional<VersionStory> versions;
};

/// Which side is better, by how much, how surely, when not, and why.
Report comparison_report(const ComparisonStory& story);

/// The sentence for a mail: "“B” beats “A” in 80 of 100 futures, is worth USD 1.2M more on average and costs USD 3.0M
/// less."
std::string comparison_in_a_sentence(const ComparisonStory& story);

/// The same for machines, with the scenarios and a checksum, so that SavedComparison can make it all again; see
/// FORMAT_JSON.md.
std::string comparison_json(const ComparisonStory& story);

/// The same as one HTML file that needs nothing else.
std::string comparison_html(const ComparisonStory& story);

}  // namespace wayworth::reports
