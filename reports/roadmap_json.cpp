#include "reports/roadmap_json.hpp"

#include <array>

#include "engine/roadmap/roadmap_changes.hpp"
#include "reports/rule_json.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

Json keys_of(const Model& model, const std::vector<engine::InitiativeId>& ids) {
  Json keys = Json::array();
  for (const engine::InitiativeId id : ids) keys.push_back(get(model, id).key);
  return keys;
}

Json initiatives_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const engine::PlanningFigures& figures = story.figures[i];
    const engine::Membership& membership = story.stability.initiatives[i];
    const auto& start = story.found.best.schedule[i];
    Json one = {{"start", to_json(start)},
                {"planned_duration_months", figures.duration_months},
                {"planned_ramp_months", figures.ramp_months},
                {"planned_one_off_cost", figures.one_off_cost},
                {"planned_person_months", figures.person_months},
                {"verdict", word_for(verdict_on(membership))},
                {"in_resamples", membership.in_resamples},
                {"in_best_of_trial", membership.in_best_of_trial},
                {"in_phase", Json::object()}};
    for (std::size_t phase = 0; phase < model.phases.size(); ++phase) {
      one["in_phase"][model.phases[phase].name] = membership.in_phase[phase];
    }
    all[model.initiatives[i].key] = std::move(one);
  }
  return all;
}

Json sampling_gap_json(const std::optional<engine::SamplingGap>& found) {
  if (!found) return {};
  return {{"best", to_json(found->best)},
          {"candidate", to_json(found->candidate)},
          {"gap", found->gap},
          {"gap_at_most", found->gap_at_most}};
}

Json search_json(const RoadmapStory& story) {
  const engine::OptimisedRoadmap& found = story.found;
  const auto& bound = found.bound_without_overlap;
  return {{"trials", story.search_trials},
          {"goal", found.best.goal},
          {"programme",
           {{"feasible", found.programme.is_feasible},
            {"value", found.programme.value},
            {"bound", found.programme.bound},
            {"proven", found.programme.is_optimal},
            {"time_ran_out", found.programme.time_ran_out},
            {"value_of_roadmap", found.best_added_up}}},
          {"bound_without_overlap", bound ? Json(*bound) : Json()},
          {"sampling_gap", sampling_gap_json(story.sampling_gap)}};
}

Json information_json(const Model& model, const RoadmapStory& story) {
  Json inputs = Json::array();
  for (const auto& [input, worth] : story.information.inputs) {
    inputs.push_back({{"input", model.inputs[engine::index_of(input)].path},
                      {"evppi", to_json(worth.value)},
                      {"noise_floor", worth.noise_floor}});
  }
  return {{"roadmaps", story.information.roadmaps},
          {"evpi", to_json(story.information.perfect)},
          {"inputs", std::move(inputs)}};
}

Json left_out_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (const engine::LeftOut& out : story.left_out) {
    all[get(model, out.initiative).key] = {{"npv_alone", out.npv_alone},
                                           {"probability_of_loss_alone", out.probability_of_loss_alone},
                                           {"missing_prerequisites", keys_of(model, out.missing)},
                                           {"gain", to_json(out.gain)},
                                           {"broken_rules", rules_json(model, out.broken)}};
  }
  return all;
}

Json prices_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::array();
  for (const engine::LimitPrice& price : story.prices) {
    all.push_back({{"limit", rule_json(model, price.origin)},
                   {"widened_by", price.widened_by},
                   {"gain", to_json(price.gain)},
                   {"starts", starts_json(model, price.schedule)}});
  }
  return all;
}

Json kind_prices_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (const engine::KindPrice& price : story.kind_prices) {
    all[price.kind == engine::RuleOrigin::Kind::capacity ? "people" : "budgets"] = {
        {"gain", to_json(price.gain)}, {"starts", starts_json(model, price.schedule)}};
  }
  return all;
}

Json references_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::array();
  for (const ReferenceRoadmap& one : story.references) {
    all.push_back({{"name", one.name}, {"starts", starts_json(model, one.starts)}});
  }
  return all;
}

/// By option: what the roadmap keeps, moves, drops and adds.
Json changes_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (std::size_t option = 1; option < model.options.size(); ++option) {
    const engine::RoadmapChanges changes =
        changes_between(model.options[option].starts, story.found.best.schedule, story.figures);
    Json moved = Json::object();
    for (const engine::MovedStart& one : changes.moved) {
      moved[get(model, one.initiative).key] = {{"from", one.from}, {"to", one.to}};
    }
    const auto median = [&](std::size_t of) {
      const auto found = quantile(story.findings.options[of][engine::Measure::npv], 0.5);
      return found ? to_json(*found) : Json();
    };
    all[model.options[option].key] = {
        {"kept", keys_of(model, changes.kept)},       {"moved", std::move(moved)},
        {"dropped", keys_of(model, changes.dropped)}, {"added", keys_of(model, changes.added)},
        {"one_off_cost_before", changes.cost_before}, {"one_off_cost", changes.cost_after},
        {"npv_p50_before", median(option)},           {"npv_p50", median(0)}};
  }
  return all;
}

Json person_months_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::array();
  for (const engine::PersonMonthPrice& price : story.person_months) {
    all.push_back({{"role", model.limits.roles[engine::index_of(price.role)].key},
                   {"period", price.period + 1},
                   {"gain", to_json(price.gain)},
                   {"starts", starts_json(model, price.schedule)}});
  }
  return all;
}

Json frontier_json(const Model& model, const RoadmapStory& story) {
  Json budgets = Json::array();
  for (const engine::BudgetPoint& point : story.budgets) {
    budgets.push_back({{"budget", point.budget},
                       {"cost", point.cost},
                       {"npv", to_json(point.npv)},
                       {"starts", starts_json(model, point.schedule)},
                       {"npv_by_ranking", to_json(point.greedy_npv)},
                       {"starts_by_ranking", starts_json(model, point.greedy)}});
  }
  Json risks = Json::array();
  for (const engine::RiskPoint& point : story.risks) {
    risks.push_back({{"mean", to_json(point.mean)},
                     {"cvar10", to_json(point.cvar10)},
                     {"starts", starts_json(model, point.schedule)}});
  }
  return {{"budgets", std::move(budgets)}, {"risks", std::move(risks)}};
}

Json dominance_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (std::size_t i = 0; i < story.dominance.size(); ++i) {
    all[model.options[i + 1].key] = {{"first_order", story.dominance[i].first_order},
                                     {"second_order", story.dominance[i].second_order},
                                     {"almost", story.dominance[i].almost}};
  }
  return all;
}

Json capacity_json(const Model& model, const RoadmapStory& story) {
  Json all = Json::object();
  for (std::size_t role = 0; role < story.capacity.size(); ++role) {
    Json periods = Json::array();
    for (const engine::CapacityUse& use : story.capacity[role]) {
      periods.push_back({{"capacity", use.capacity},
                         {"planned", use.planned},
                         {"probability_of_overload", use.probability_of_overload}});
    }
    all[model.limits.roles[role].key] = std::move(periods);
  }
  return all;
}

}  // namespace

const char* word_for(engine::Verdict verdict) {
  constexpr std::array words = {"always", "depends", "never"};
  return words[static_cast<std::size_t>(verdict)];
}

Json roadmap_json(const Model& model, const RoadmapStory& story) {
  Json delays = Json::object();
  for (const engine::CostOfDelay& delay : story.delays) {
    delays[get(model, delay.initiative).key] = to_json(delay.loss);
  }
  const engine::Stability& stability = story.stability;
  Json order = Json::array();
  for (const engine::RankedInitiative& ranked : story.findings.by_npv) {
    order.push_back(get(model, ranked.initiative).key);
  }
  return {{"must", keys_of(model, model.limits.must)},
          {"starts", starts_json(model, story.found.best.schedule)},
          {"goal", to_json(story.goal)},
          {"search", search_json(story)},
          {"initiatives", initiatives_json(model, story)},
          {"stability",
           {{"candidates", stability.candidates},
            {"resamples", stability.resamples},
            {"chosen_is_best", stability.chosen_is_best},
            {"tied", stability.tied},
            {"cut_short", stability.cut_short},
            {"expected_regret", to_json(stability.expected_regret)}}},
          {"wins", {{"initiatives", std::move(order)}, {"shares", story.wins}}},
          {"probability_of_funding", to_json(story.probability_of_funding)},
          {"information", information_json(model, story)},
          {"left_out", left_out_json(model, story)},
          {"delay_steps", story.delay_steps},
          {"cost_of_delay", std::move(delays)},
          {"prices", prices_json(model, story)},
          {"prices_by_kind", kind_prices_json(model, story)},
          {"person_month_prices", person_months_json(model, story)},
          {"references", references_json(model, story)},
          {"changes", changes_json(model, story)},
          {"capacity", capacity_json(model, story)},
          {"frontier", frontier_json(model, story)},
          {"dominance_resamples", story.dominance_resamples},
          {"dominance", dominance_json(model, story)}};
}

}  // namespace wayworth::reports
