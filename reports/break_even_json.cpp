#include "reports/break_even_json.hpp"

#include "reports/read_json_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::BreakEven;
using engine::BreakEvenTarget;
using engine::Model;

Json targets_json(const std::vector<BreakEvenTarget>& targets) {
  Json json = Json::array();
  for (const BreakEvenTarget& target : targets) {
    json.push_back({{"measure", engine::traits_of(target.measure).key},
                    {"quantile", to_json(target.probability)},
                    {"value", target.value}});
  }
  return json;
}

Json headroom_json(const Model& model, const std::vector<engine::SubjectHeadroom>& found) {
  Json json = Json::array();
  for (const engine::SubjectHeadroom& one : found) {
    Json benefits = Json::array();
    Json costs = Json::array();
    for (const engine::Headroom& headroom : one.headroom) {
      benefits.push_back(to_json(headroom.benefits));
      costs.push_back(to_json(headroom.costs));
    }
    json.push_back({{"initiative", one.subject.initiative ? Json(get(model, *one.subject.initiative).key) : Json()},
                    {"benefits", std::move(benefits)},
                    {"costs", std::move(costs)}});
  }
  return json;
}

Json figures_json(const Model& model, const std::vector<BreakEven>& found) {
  Json json = Json::array();
  for (const BreakEven& one : found) {
    Json places = Json::array();
    for (std::size_t target = 0; target < one.places.size(); ++target) {
      for (const BreakEven::Place& place : one.places[target]) {
        places.push_back({{"target", target},
                          {"value", place.value},
                          {"standard_error", place.standard_error},
                          {"probability_below", place.probability_below}});
      }
    }
    json.push_back({{"input", one.input ? Json(model.inputs[index_of(*one.input)].path) : Json()},
                    {"driver", one.driver ? Json(model.drivers[index_of(*one.driver)].key) : Json()},
                    {"now", one.now},
                    {"searched_from", one.searched_from},
                    {"searched_to", one.searched_to},
                    {"places", std::move(places)}});
  }
  return json;
}

engine::Measure measure_of(const Json& key) {
  for (const engine::Measure measure : engine::all_measures()) {
    if (key == engine::traits_of(measure).key) return measure;
  }
  throw Json::other_error::create(501, key.dump() + " is not a measure", &key);
}

std::vector<BreakEvenTarget> read_targets(const Json& json) {
  std::vector<BreakEvenTarget> targets;
  for (const Json& one : json) {
    targets.push_back({measure_of(one.at("measure")), read_optional_number(one.at("quantile")), one.at("value")});
  }
  return targets;
}

std::vector<engine::SubjectHeadroom> read_headroom(const Json& json, const Model& model) {
  std::vector<engine::SubjectHeadroom> read;
  for (const Json& one : json) {
    engine::SubjectHeadroom& subject = read.emplace_back();
    if (!one.at("initiative").is_null()) {
      subject.subject.scope = engine::Scope::alone;
      subject.subject.initiative =
          place_of<engine::InitiativeId>(one.at("initiative"), model.initiatives, &engine::Initiative::key);
    }
    const Json& benefits = one.at("benefits");
    for (std::size_t i = 0; i < benefits.size(); ++i) {
      subject.headroom.push_back(
          {read_optional_estimate(benefits.at(i)), read_optional_estimate(one.at("costs").at(i))});
    }
  }
  return read;
}

BreakEven read_figure(const Json& json, std::size_t targets, const Model& model) {
  BreakEven read{.now = json.at("now"),
                 .searched_from = json.at("searched_from"),
                 .searched_to = json.at("searched_to"),
                 .places = std::vector<std::vector<BreakEven::Place>>(targets)};
  if (!json.at("input").is_null()) {
    read.input = place_of<engine::InputId>(json.at("input"), model.inputs, &engine::Input::path);
  }
  if (!json.at("driver").is_null()) {
    read.driver = place_of<engine::DriverId>(json.at("driver"), model.drivers, &engine::Driver::key);
  }
  for (const Json& place : json.at("places")) {
    read.places.at(place.at("target").get<std::size_t>())
        .push_back({place.at("value"), read_estimate(place).standard_error, place.at("probability_below")});
  }
  return read;
}

}  // namespace

Json break_even_json(const Model& model, const ProgrammeBreakEvens& found) {
  return {{"trials", found.trials},
          {"targets", targets_json(found.targets)},
          {"headroom", headroom_json(model, found.headroom)},
          {"figures", figures_json(model, found.figures)}};
}

Json initiative_break_evens_json(const Model& model, const std::vector<engine::InitiativeBreakEven>& found) {
  Json json = Json::array();
  for (const engine::InitiativeBreakEven& one : found) {
    json.push_back({{"initiative", get(model, one.initiative).key}, {"figures", figures_json(model, one.inputs)}});
  }
  return json;
}

ProgrammeBreakEvens read_break_even(const Json& json, const Model& model) {
  ProgrammeBreakEvens read{.trials = json.at("trials"),
                           .targets = read_targets(json.at("targets")),
                           .headroom = read_headroom(json.at("headroom"), model),
                           .figures = {}};
  for (const Json& one : json.at("figures")) read.figures.push_back(read_figure(one, read.targets.size(), model));
  return read;
}

std::vector<engine::InitiativeBreakEven> read_initiative_break_evens(const Json& json, const Model& model,
                                                                     std::size_t targets) {
  std::vector<engine::InitiativeBreakEven> read;
  for (const Json& one : json) {
    engine::InitiativeBreakEven& initiative = read.emplace_back();
    initiative.initiative =
        place_of<engine::InitiativeId>(one.at("initiative"), model.initiatives, &engine::Initiative::key);
    for (const Json& figure : one.at("figures")) initiative.inputs.push_back(read_figure(figure, targets, model));
  }
  return read;
}

}  // namespace wayworth::reports
