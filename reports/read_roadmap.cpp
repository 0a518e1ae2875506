#include "reports/read_roadmap.hpp"

#include "reports/read_json_parts.hpp"
#include "reports/rule_json.hpp"

namespace wayworth::reports {

namespace {

using engine::InitiativeId;
using engine::Model;

InitiativeId initiative_named(const Json& key, const Model& model) {
  return place_of<InitiativeId>(key, model.initiatives, &engine::Initiative::key);
}

engine::OptimisedRoadmap read_found(const Json& json, const Model& model) {
  const Json& search = json.at("search");
  const Json& programme = search.at("programme");
  engine::OptimisedRoadmap read;
  read.best.schedule = read_starts(json.at("starts"), model);
  read.best.goal = search.at("goal");
  read.programme.is_feasible = programme.at("feasible");
  read.programme.value = programme.at("value");
  read.programme.bound = read_number_or_infinity(programme.at("bound"));
  read.programme.is_optimal = programme.at("proven");
  read.programme.time_ran_out = programme.at("time_ran_out");
  read.best_added_up = programme.at("value_of_roadmap");
  read.bound_without_overlap = read_optional_number(search.at("bound_without_overlap"));
  return read;
}

std::optional<engine::SamplingGap> read_sampling_gap(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return engine::SamplingGap{read_estimate(json.at("best")), read_estimate(json.at("candidate")), json.at("gap"),
                             json.at("gap_at_most")};
}

void read_initiatives(const Json& json, const Model& model, RoadmapStory& story) {
  for (const engine::Initiative& initiative : model.initiatives) {
    const Json& one = json.at(initiative.key);
    story.figures.push_back({one.at("planned_duration_months"), one.at("planned_ramp_months"),
                             one.at("planned_one_off_cost"),
                             one.at("planned_person_months").get<std::vector<double>>()});
    engine::Membership membership{one.at("in_resamples"), {}, one.at("in_best_of_trial")};
    for (const engine::Phase& phase : model.phases) membership.in_phase.push_back(one.at("in_phase").at(phase.name));
    story.stability.initiatives.push_back(std::move(membership));
  }
}

void read_stability(const Json& json, engine::Stability& read) {
  read.candidates = json.at("candidates");
  read.resamples = json.at("resamples");
  read.chosen_is_best = json.at("chosen_is_best");
  read.tied = json.at("tied");
  read.cut_short = json.at("cut_short");
  read.expected_regret = read_estimate(json.at("expected_regret"));
}

std::vector<engine::LeftOut> read_left_out(const Json& json, const Model& model) {
  std::vector<engine::LeftOut> all;
  for (const auto& [key, one] : json.items()) {
    engine::LeftOut& read = all.emplace_back();
    read.initiative = initiative_named(key, model);
    read.npv_alone = one.at("npv_alone");
    read.probability_of_loss_alone = one.at("probability_of_loss_alone");
    for (const Json& missing : one.at("missing_prerequisites")) {
      read.missing.push_back(initiative_named(missing, model));
    }
    read.gain = read_estimate(one.at("gain"));
    read.broken = read_rules(one.at("broken_rules"));
  }
  return all;
}

engine::RoadmapInformation read_information(const Json& json, const Model& model) {
  engine::RoadmapInformation read{json.at("roadmaps"), read_estimate(json.at("evpi")), {}};
  for (const Json& one : json.at("inputs")) {
    const auto input = place_of<engine::InputId>(one.at("input"), model.inputs, &engine::Input::path);
    read.inputs.push_back({input, {read_estimate(one.at("evppi")), one.at("noise_floor")}});
  }
  return read;
}

void read_frontier(const Json& json, const Model& model, RoadmapStory& story) {
  for (const Json& one : json.at("budgets")) {
    story.budgets.push_back({one.at("budget"), read_starts(one.at("starts"), model), one.at("cost"),
                             read_estimate(one.at("npv")), read_starts(one.at("starts_by_ranking"), model),
                             read_estimate(one.at("npv_by_ranking"))});
  }
  for (const Json& one : json.at("risks")) {
    story.risks.push_back(
        {read_starts(one.at("starts"), model), read_estimate(one.at("mean")), read_estimate(one.at("cvar10"))});
  }
}

std::vector<engine::CapacityUse> read_capacity(const Json& json) {
  std::vector<engine::CapacityUse> periods;
  for (const Json& one : json) {
    periods.push_back({one.at("capacity"), one.at("planned"), one.at("probability_of_overload")});
  }
  return periods;
}

}  // namespace

std::vector<InitiativeId> read_must(const Json& json, const Model& model) {
  std::vector<InitiativeId> must;
  for (const Json& key : json.at("must")) must.push_back(initiative_named(key, model));
  return must;
}

RoadmapStory read_roadmap(const Json& json, const Model& model) {
  RoadmapStory story;
  story.found = read_found(json, model);
  story.search_trials = json.at("search").at("trials");
  story.sampling_gap = read_sampling_gap(json.at("search").at("sampling_gap"));
  story.goal = read_estimate(json.at("goal"));
  read_initiatives(json.at("initiatives"), model, story);
  read_stability(json.at("stability"), story.stability);
  story.information = read_information(json.at("information"), model);
  story.left_out = read_left_out(json.at("left_out"), model);
  story.delay_steps = json.at("delay_steps");
  for (const auto& [key, loss] : json.at("cost_of_delay").items()) {
    story.delays.push_back({initiative_named(key, model), read_estimate(loss)});
  }
  for (const Json& one : json.at("prices")) {
    story.prices.push_back({read_rule(one.at("limit")), one.at("widened_by"), read_estimate(one.at("gain")),
                            read_starts(one.at("starts"), model)});
  }
  for (const auto& [kind, one] : json.at("prices_by_kind").items()) {
    story.kind_prices.push_back(
        {kind == "people" ? engine::RuleOrigin::Kind::capacity : engine::RuleOrigin::Kind::budget,
         read_estimate(one.at("gain")), read_starts(one.at("starts"), model)});
  }
  for (const Json& one : json.at("references")) {
    story.references.push_back({one.at("name"), read_starts(one.at("starts"), model)});
  }
  for (const Json& one : json.at("person_month_prices")) {
    story.person_months.push_back({place_of<engine::RoleId>(one.at("role"), model.limits.roles, &engine::Role::key),
                                   one.at("period").get<std::size_t>() - 1, read_estimate(one.at("gain")),
                                   read_starts(one.at("starts"), model)});
  }
  for (const Json& role : json.at("capacity")) story.capacity.push_back(read_capacity(role));
  read_frontier(json.at("frontier"), model, story);
  for (const Json& one : json.at("dominance")) {
    story.dominance.push_back({one.at("first_order"), one.at("second_order"), one.at("almost")});
  }
  story.dominance_resamples = json.at("dominance_resamples");
  story.wins = json.at("wins").at("shares").get<std::vector<std::vector<double>>>();
  story.probability_of_funding = read_optional_number(json.at("probability_of_funding"));
  return story;
}

}  // namespace wayworth::reports
