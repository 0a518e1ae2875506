#include "reports/saved_comparison.hpp"

#include <algorithm>

#include "reports/criterion_keys.hpp"
#include "reports/read_json_parts.hpp"
#include "reports/reading.hpp"
#include "reports/rule_json.hpp"
#include "reports/scenario_json.hpp"

namespace wayworth::reports {

namespace {

using engine::Measure;
using engine::Model;

void read_sides(const Json& json, const std::vector<Model>& models, ComparisonStory& story) {
  for (const Json& one : json) {
    engine::ComparedSide& side = story.sides.emplace_back();
    side.name = one.at("name");
    side.model = models.size() == 1 ? models.front() : models.at(story.sides.size() - 1);
    side.model.options = {{one.at("option"), one.at("option_name"), read_starts(one.at("starts"), side.model)}};
    const Json& broken = one.at("broken_limits");
    story.broken_limits.push_back(broken.is_null() ? std::nullopt : std::optional(read_rules(broken)));
    story.found.sides.push_back({read_figures(one.at("programme")), read_distribution(one.at("npv_distribution")), {}});
    story.found.place_shares.push_back(one.at("place_shares").get<std::vector<double>>());
  }
}

std::optional<engine::InitiativeOfSide> read_initiative(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return engine::InitiativeOfSide{json.at("planned_start"), read_estimate(json.at("npv_alone")), json.at("place")};
}

engine::BestArgument read_argument(const Json& json) {
  engine::BestArgument read{json.at("trials"), json.at("share_won"), json.at("mean_gain_when_won"), {}};
  for (const Json& one : json.at("strongholds")) {
    read.strongholds.push_back({one.at("input"), one.at("is_at_least"), one.at("limit"), one.at("trials"),
                                read_estimate(one.at("share_won")), read_estimate(one.at("gain"))});
  }
  return read;
}

engine::PairFindings read_pair(const Json& json) {
  engine::PairFindings read;
  read.probability_second_is_better = read_estimate(json.at("probability_second_is_better"));
  read.gain = read_summary(json.at("gain_of_second"));
  for (const Measure measure : engine::all_measures()) {
    read.mean_differences[static_cast<std::size_t>(measure)] =
        read_optional_estimate(json.at("mean_differences").at(std::string(engine::traits_of(measure).key)));
  }
  for (const auto& [key, one] : json.at("initiatives").items()) {
    read.initiatives.push_back({key, one.at("name"), read_initiative(one.at("first")),
                                read_initiative(one.at("second")), read_optional_estimate(one.at("gain")),
                                one.at("is_untouched")});
  }
  read.argument = read_argument(json.at("best_argument_of_the_other"));
  const Json& dominance = json.at("dominance_of_better");
  read.dominance = {dominance.at("first_order"), dominance.at("second_order"), dominance.at("almost")};
  return read;
}

/// Every pair of sides, in the order in which they are written.
void read_pairs(const Json& json, ComparisonStory& story) {
  std::size_t next = 0;
  for (std::size_t first = 0; first < story.sides.size(); ++first) {
    for (std::size_t second = first + 1; second < story.sides.size(); ++second) {
      engine::PairFindings& pair = story.found.pairs.emplace_back(read_pair(json.at(next++)));
      pair.first = first;
      pair.second = second;
    }
  }
}

engine::Weighing read_weighing(const Json& json) {
  engine::Weighing read;
  if (json.is_null()) return read;
  for (const Json& key : json.at("criteria")) {
    const auto* const found = std::find(criterion_keys.begin(), criterion_keys.end(), key.get<std::string>());
    if (found == criterion_keys.end()) throw Json::other_error::create(501, key.dump() + " is no criterion", &json);
    read.criteria.push_back(static_cast<engine::Criterion>(found - criterion_keys.begin()));
  }
  for (const Json& side : json.at("sides")) {
    const Json& central = side.at("central_weights");
    read.acceptability.places.push_back(side.at("place_shares").get<std::vector<double>>());
    read.acceptability.central_weights.push_back(central.is_null() ? std::vector<double>()
                                                                   : central.get<std::vector<double>>());
  }
  return read;
}

std::vector<Edit> read_edits(const Json& json) {
  const auto text = [](const Json& one) { return one.is_null() ? std::string() : one.get<std::string>(); };
  std::vector<Edit> edits;
  for (const Json& one : json) edits.push_back({one.at("path"), text(one.at("before")), text(one.at("after"))});
  return edits;
}

VersionStory read_changes(const Json& json) {
  VersionStory read;
  read.other_edits = read_edits(json.at("other_edits"));
  read.has_no_way_between = json.at("has_no_way_between");
  for (const Json& group : json.at("groups")) read.changes.push_back(read_edits(group.at("edits")));
  if (!json.contains("before")) return read;
  engine::ChangeBridge& bridge = read.bridge.emplace();
  bridge.before = read_estimate(json.at("before"));
  bridge.after = read_estimate(json.at("after"));
  for (const Json& group : json.at("groups")) bridge.shares.push_back(read_estimate(group.at("share")));
  if (!json.at("order_pairs").is_null()) bridge.order_pairs = json.at("order_pairs");
  return read;
}

}  // namespace

std::vector<ComparedScenario> SavedComparison::scenarios() const {
  return reading([&] {
    std::vector<ComparedScenario> scenarios;
    for (const Json& one : document_.json().at("scenarios")) {
      scenarios.push_back({read_scenario_text(one), read_hexadecimal(one.at("hash"))});
    }
    return scenarios;
  });
}

ComparisonStory SavedComparison::story(const std::vector<Model>& models) const {
  return reading([&] {
    const Json& json = document_.json();
    ComparisonStory story;
    story.scenarios = scenarios();
    read_sides(json.at("sides"), models, story);
    read_pairs(json.at("pairs"), story);
    story.found.manifest = read_manifest(json.at("manifest"));
    story.found.dominance_resamples = json.at("dominance_resamples");
    story.found.weighing = read_weighing(json.at("weighing"));
    if (!json.at("changes").is_null()) story.versions = read_changes(json.at("changes"));
    return story;
  });
}

}  // namespace wayworth::reports
