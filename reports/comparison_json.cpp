#include "reports/comparison_report.hpp"
#include "reports/criterion_keys.hpp"
#include "reports/json_parts.hpp"
#include "reports/rule_json.hpp"
#include "reports/scenario_json.hpp"

namespace wayworth::reports {

namespace {

using engine::Measure;

Json side_json(const ComparisonStory& story, std::size_t index) {
  const engine::ComparedSide& side = story.sides[index];
  const engine::SideFindings& found = story.found.sides[index];
  const engine::Option& option = side.model.options.front();
  const auto& broken = story.broken_limits[index];
  return {{"name", side.name},
          {"case", case_json(side.model)},
          {"option", option.key},
          {"option_name", option.name},
          {"starts", starts_json(side.model, option.starts)},
          {"broken_limits", broken ? rules_json(side.model, *broken) : Json()},
          {"place_shares", story.found.place_shares[index]},
          {"programme", to_json(found.programme)},
          {"npv_distribution", distribution_json(found.npv_distribution)}};
}

Json initiative_json(const std::optional<engine::InitiativeOfSide>& one) {
  if (!one) return {};
  return {{"planned_start", one->planned_start}, {"npv_alone", to_json(one->npv_alone)}, {"place", one->place}};
}

Json argument_json(const engine::BestArgument& argument) {
  Json places = Json::array();
  for (const engine::Stronghold& place : argument.strongholds) {
    places.push_back({{"input", place.input},
                      {"is_at_least", place.is_high},
                      {"limit", place.limit},
                      {"trials", place.trials},
                      {"share_won", to_json(place.share_won)},
                      {"gain", to_json(place.gain)}});
  }
  return {{"trials", argument.trials},
          {"share_won", argument.share_won},
          {"mean_gain_when_won", argument.mean_gain_when_won},
          {"strongholds", std::move(places)}};
}

Json pair_json(const ComparisonStory& story, const engine::PairFindings& pair) {
  Json differences = Json::object();
  for (const Measure measure : engine::all_measures()) {
    differences[std::string(engine::traits_of(measure).key)] = to_json(pair.difference(measure));
  }
  Json initiatives = Json::object();
  for (const engine::InitiativeChange& change : pair.initiatives) {
    initiatives[change.key] = {{"name", change.name},
                               {"first", initiative_json(change.first)},
                               {"second", initiative_json(change.second)},
                               {"gain", to_json(change.gain)},
                               {"is_untouched", change.is_untouched}};
  }
  return {{"first", story.sides[pair.first].name},
          {"second", story.sides[pair.second].name},
          {"probability_second_is_better", to_json(pair.probability_second_is_better)},
          {"gain_of_second", to_json(pair.gain)},
          {"mean_differences", std::move(differences)},
          {"better", story.sides[pair.second_is_better() ? pair.second : pair.first].name},
          {"dominance_of_better",
           {{"first_order", pair.dominance.first_order},
            {"second_order", pair.dominance.second_order},
            {"almost", pair.dominance.almost}}},
          {"best_argument_of_the_other", argument_json(pair.argument)},
          {"initiatives", std::move(initiatives)}};
}

/// Null when there is nothing to weigh.
Json weighing_json(const ComparisonStory& story) {
  const engine::Weighing& weighing = story.found.weighing;
  if (weighing.criteria.empty()) return {};
  Json criteria = Json::array();
  for (const engine::Criterion criterion : weighing.criteria) criteria.push_back(key_of(criterion));
  Json sides = Json::array();
  for (std::size_t i = 0; i < story.sides.size(); ++i) {
    const std::vector<double>& central = weighing.acceptability.central_weights[i];
    sides.push_back({{"name", story.sides[i].name},
                     {"place_shares", weighing.acceptability.places[i]},
                     {"central_weights", central.empty() ? Json() : Json(central)}});
  }
  return {{"criteria", std::move(criteria)}, {"sides", std::move(sides)}};
}

Json edits_json(const std::vector<Edit>& edits) {
  Json json = Json::array();
  const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  for (const Edit& edit : edits) {
    json.push_back({{"path", edit.path}, {"before", or_null(edit.before)}, {"after", or_null(edit.after)}});
  }
  return json;
}

Json changes_json(const VersionStory& versions) {
  Json groups = Json::array();
  for (std::size_t i = 0; i < versions.changes.size(); ++i) {
    groups.push_back({{"edits", edits_json(versions.changes[i])},
                      {"share", versions.bridge ? to_json(versions.bridge->shares[i]) : Json()}});
  }
  Json json = {{"groups", std::move(groups)},
               {"other_edits", edits_json(versions.other_edits)},
               {"has_no_way_between", versions.has_no_way_between}};
  if (!versions.bridge) return json;
  const std::size_t pairs = versions.bridge->order_pairs;
  json["before"] = to_json(versions.bridge->before);
  json["after"] = to_json(versions.bridge->after);
  json["order_pairs"] = pairs == 0 ? Json() : Json(pairs);
  return json;
}

}  // namespace

std::string comparison_json(const ComparisonStory& story) {
  Json sides = Json::array();
  for (std::size_t i = 0; i < story.sides.size(); ++i) {
    sides.push_back(side_json(story, i));
  }
  Json pairs = Json::array();
  for (const engine::PairFindings& pair : story.found.pairs) pairs.push_back(pair_json(story, pair));
  Json scenarios = Json::array();
  for (const ComparedScenario& scenario : story.scenarios) {
    scenarios.push_back(scenario_json(scenario.text));
    scenarios.back()["hash"] = hexadecimal(scenario.hash);
  }
  Json json = {{"format", "wayworth-comparison"},
               {"format_version", 1},
               {"manifest", manifest_json(story.found.manifest)},
               {"summary", comparison_in_a_sentence(story)},
               {"sides", std::move(sides)},
               {"pairs", std::move(pairs)},
               {"dominance_resamples", story.found.dominance_resamples},
               {"weighing", weighing_json(story)},
               {"changes", story.versions ? changes_json(*story.versions) : Json()},
               {"scenarios", std::move(scenarios)}};
  json["checksum"] = checksum_of(json);
  return text_of_file(json);
}

}  // namespace wayworth::reports
