#include "reports/break_even_json.hpp"
#include "reports/sensitivity_json_parts.hpp"
#include "reports/sensitivity_report.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;
using engine::Sensitivity;

const std::string& path_of(const Model& model, engine::InputId input) {
  return model.inputs[index_of(input)].path;
}

Json one_at_a_time_json(const Model& model, const std::vector<engine::OneAtATime>& all) {
  Json json = Json::array();
  for (const engine::OneAtATime& one : all) {
    json.push_back({{"input", path_of(model, one.input)},
                    {"low_value", one.low_value},
                    {"high_value", one.high_value},
                    {"npv_at_low", to_json(one.at_low)},
                    {"npv_at_high", to_json(one.at_high)},
                    {"difference", to_json(one.swing)}});
    for (std::size_t world = 0; world < one.by_world.size(); ++world) {
      json.back()["by_world"].push_back(
          {{"world", model.worlds->list[world].key}, {"npv", to_json(one.by_world[world])}});
    }
  }
  return json;
}

Json worth_json(const engine::PartialInformation& worth) {
  return {{"value", to_json(worth.value)}, {"noise_floor", worth.noise_floor}, {"is_noise", worth.is_noise()}};
}

Json paths_json(const Model& model, const std::vector<engine::InputId>& inputs) {
  Json json = Json::array();
  for (const engine::InputId input : inputs) json.push_back(path_of(model, input));
  return json;
}

Json convergence_json(const engine::Convergence& found) {
  Json steps = Json::array();
  for (const engine::Convergence::Step& step : found.steps) {
    steps.push_back({{"trials", step.trials}, {"npv", to_json(step.npv)}});
  }
  return {{"steps", std::move(steps)},
          {"other_seed", found.other_seed},
          {"with_other_seed", to_json(found.with_other_seed)},
          {"standard_errors_apart", found.seed_distance()}};
}

Json correlated_json(const Model& model, const std::vector<engine::GroupShare>& shares) {
  Json json = Json::array();
  for (const auto& [group, share] : shares) {
    json.push_back({{"group", group.name}, {"share", to_json(share)}, {"inputs", paths_json(model, group.inputs)}});
  }
  return json;
}

Json groups_json(const Model& model, const engine::DecisionValue& decision) {
  Json json = Json::array();
  for (const auto& [group, worth] : decision.groups) {
    json.push_back({{"group", group.name}, {"evppi", worth_json(worth)}, {"inputs", paths_json(model, group.inputs)}});
  }
  return json;
}

Json pilot_json(const Model& model, const engine::Pilot& pilot) {
  return {{"input", path_of(model, pilot.input)},
          {"observations", pilot.observations},
          {"observation_sd", to_json(pilot.observation_sd)}};
}

Json pilots_json(const Model& model, const Sensitivity& found, const engine::DecisionValue& decision) {
  Json json = Json::array();
  for (std::size_t i = 0; i < decision.pilots.size(); ++i) {
    Json one = pilot_json(model, found.pilots[i]);
    one["evsi"] = worth_json(decision.pilots[i].sample);
    one["evppi"] = worth_json(decision.pilots[i].certain);
    json.push_back(std::move(one));
  }
  return json;
}

Json flip_json(const Model& model, const engine::DecisionFlip& one) {
  Json changes = Json::array();
  for (const engine::Flip::Change& change : one.flip.changes) {
    changes.push_back(
        {{"input", path_of(model, change.input)}, {"value", change.value}, {"percentile", change.percentile}});
  }
  const bool turns = one.flip.distance.has_value();
  return {{"to", one.next},
          {"distance", turns ? Json(*one.flip.distance) : Json()},
          {"probability", turns ? Json(one.flip.probability) : Json()},
          {"changes", std::move(changes)}};
}

Json means_json(const std::vector<engine::Estimate>& means) {
  Json json = Json::array();
  for (const engine::Estimate& mean : means) json.push_back(to_json(mean));
  return json;
}

Json spider_json(const Model& model, const Sensitivity& found) {
  Json json = Json::array();
  for (const engine::SpiderLine& line : found.spider) {
    json.push_back({{"input", path_of(model, line.input)}, {"values", line.values}, {"means", means_json(line.means)}});
  }
  return json;
}

Json tables_json(const Model& model, const Sensitivity& found) {
  Json json = Json::array();
  for (const engine::TwoWayTable& table : found.tables) {
    Json means = Json::array();
    for (const auto& row : table.means) means.push_back(means_json(row));
    json.push_back({{"rows", path_of(model, table.rows)},
                    {"columns", path_of(model, table.columns)},
                    {"row_values", table.row_values},
                    {"column_values", table.column_values},
                    {"means", std::move(means)}});
  }
  return json;
}

Json tail_json(const Model& model, const engine::TailProfile& tail) {
  Json inputs = Json::array();
  for (const engine::TailShift& shift : tail.inputs) {
    inputs.push_back({{"input", path_of(model, shift.input)},
                      {"mean", shift.mean},
                      {"mean_in_tail", to_json(shift.in_tail)},
                      {"percentile_in_tail", to_json(shift.percentile)}});
    for (std::size_t world = 0; world < shift.by_world.size(); ++world) {
      inputs.back()["by_world"].push_back({{"world", model.worlds->list[world].key},
                                           {"share", shift.by_world[world].in_all},
                                           {"share_in_tail", shift.by_world[world].in_tail}});
    }
  }
  return {{"share", tail.share}, {"trials", tail.trials}, {"npv", to_json(tail.output)}, {"inputs", std::move(inputs)}};
}

Json decisions_json(const Model& model, const Sensitivity& found) {
  Json json = Json::array();
  for (std::size_t i = 0; i < found.decisions.size(); ++i) {
    const engine::DecisionValue& decision = found.decisions[i];
    Json one = decision_json(model, decision);
    one["groups"] = groups_json(model, decision);
    one["pilots"] = pilots_json(model, found, decision);
    one["flip"] = flip_json(model, found.flips[i]);
    json.push_back(std::move(one));
  }
  return json;
}

Json shares_json(const Model& model, const std::vector<engine::VarianceShare>& shares) {
  Json json = Json::array();
  for (const engine::VarianceShare& share : shares) {
    json.push_back({{"group", share.group.name},
                    {"first_order", to_json(share.indices.first)},
                    {"total", to_json(share.indices.total)},
                    {"inputs", paths_json(model, share.group.inputs)}});
  }
  return json;
}

}  // namespace

Json sensitivity_json(const Model& model, const Sensitivity& found) {
  Json json;
  json["format"] = "wayworth-sensitivity";
  json["format_version"] = 1;
  json["manifest"] = manifest_json(found.manifest);
  json["case"] = {{"name", model.name}, {"client", model.client}, {"currency", model.currency}};
  json["option"] = model.options.front().key;
  json["npv"] = {{"mean", to_json(found.npv)}, {"standard_deviation", found.standard_deviation}};
  json["convergence"] = convergence_json(found.convergence);
  json["from_trials"] = from_trials_json(model, found.from_trials);
  json["correlated_groups"] = correlated_json(model, found.correlated_shares);
  json["one_at_a_time_trials"] = found.one_at_a_time_trials;
  json["one_at_a_time"] = one_at_a_time_json(model, found.one_at_a_time);
  json["spider"] = spider_json(model, found);
  json["two_way_tables"] = tables_json(model, found);
  json["break_even"] =
      break_even_json(model, {found.break_even_trials, found.targets, found.headroom, found.break_evens});
  json["break_even"]["by_initiative"] = initiative_break_evens_json(model, found.initiative_break_evens);
  json["worst_trials"] = tail_json(model, found.tail);
  json["group_trials"] = found.group_trials;
  json["pilots"] = Json::array();
  for (const engine::Pilot& pilot : found.pilots) json["pilots"].push_back(pilot_json(model, pilot));
  json["decisions"] = decisions_json(model, found);
  json["worth_to_roadmap"] = Json::array();
  for (const auto& [input, worth] : found.worth_to_roadmap) {
    json["worth_to_roadmap"].push_back({{"input", path_of(model, input)}, {"evppi", to_json(worth.value)}});
  }
  json["variance_shares"] = {{"by_kind", shares_json(model, found.by_kind)},
                             {"by_subject", shares_json(model, found.by_subject)},
                             {"by_input", shares_json(model, found.by_input)}};
  return json;
}

std::string to_json(const Model& model, const Sensitivity& found) {
  return text_of_file(sensitivity_json(model, found));
}

}  // namespace wayworth::reports
