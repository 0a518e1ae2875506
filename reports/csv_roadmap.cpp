#include "reports/csv_roadmap.hpp"

#include <algorithm>
#include <string>

#include "reports/csv_text.hpp"
#include "reports/roadmap_json.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

CsvText& add_initiative(CsvText& csv, const Model& model, engine::InitiativeId id) {
  const engine::Initiative& initiative = engine::get(model, id);
  return csv.text(initiative.key).text(initiative.name);
}

/// One cell: the step that an initiative starts in; empty when it is not in the schedule.
CsvText& add_start(CsvText& csv, const std::optional<std::size_t>& start) {
  return start ? csv.count(*start) : csv.empty();
}

/// "web_chat 1, routing 7"
std::string starts_text(const Model& model, const engine::Schedule& schedule) {
  std::string text;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (!schedule[i]) continue;
    text += (text.empty() ? "" : ", ") + model.initiatives[i].key + " " + std::to_string(*schedule[i]);
  }
  return text;
}

std::string initiatives_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"initiative", "name", "start_step", "duration_months", "ramp_months", "one_off_cost", "verdict",
               "in_resamples", "in_best_of_trial", "delay_steps", "cost_of_delay", "cost_of_delay_standard_error"});
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const auto id = static_cast<engine::InitiativeId>(i);
    const engine::PlanningFigures& figures = story.figures[i];
    const engine::Membership& membership = story.stability.initiatives[i];
    add_start(add_initiative(csv, model, id), story.found.best.schedule[i]);
    csv.number(figures.duration_months).number(figures.ramp_months).number(figures.one_off_cost);
    csv.text(word_for(verdict_on(membership))).number(membership.in_resamples).number(membership.in_best_of_trial);
    const auto delay = std::find_if(story.delays.begin(), story.delays.end(),
                                    [&](const engine::CostOfDelay& one) { return one.initiative == id; });
    if (delay == story.delays.end()) {
      csv.empty().empty().empty().end_row();
    } else {
      csv.count(story.delay_steps).estimate(delay->loss).end_row();
    }
  }
  return csv.content();
}

std::string phases_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"initiative", "name", "phase", "share_of_resamples"});
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    for (std::size_t phase = 0; phase < model.phases.size(); ++phase) {
      add_initiative(csv, model, static_cast<engine::InitiativeId>(i)).text(model.phases[phase].name);
      csv.number(story.stability.initiatives[i].in_phase[phase]).end_row();
    }
  }
  return csv.content();
}

std::string left_out_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"initiative", "name", "npv_alone", "probability_of_loss_alone", "gain_if_added",
               "gain_if_added_standard_error", "limits_that_it_breaks", "prerequisites_that_are_not_in"});
  for (const engine::LeftOut& out : story.left_out) {
    std::string broken;
    for (const engine::RuleOrigin& rule : out.broken)
      broken += (broken.empty() ? "" : "; ") + rule_in_words(model, rule);
    std::string missing;
    for (const engine::InitiativeId id : out.missing) missing += (missing.empty() ? "" : "; ") + get(model, id).key;
    add_initiative(csv, model, out.initiative).number(out.npv_alone).number(out.probability_of_loss_alone);
    csv.estimate(out.gain).text(broken).text(missing).end_row();
  }
  return csv.content();
}

std::string wins_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"initiative", "other", "share_of_trials_worth_more"});
  const auto& order = story.findings.by_npv;
  for (std::size_t i = 0; i < story.wins.size(); ++i) {
    for (std::size_t other = 0; other < story.wins[i].size(); ++other) {
      if (i == other) continue;
      csv.text(get(model, order[i].initiative).key).text(get(model, order[other].initiative).key);
      csv.number(story.wins[i][other]).end_row();
    }
  }
  return csv.content();
}

std::string capacity_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"role", "period", "first_step", "capacity", "planned", "probability_of_overload"});
  for (std::size_t role = 0; role < story.capacity.size(); ++role) {
    for (std::size_t period = 0; period < story.capacity[role].size(); ++period) {
      const engine::CapacityUse& use = story.capacity[role][period];
      csv.text(model.limits.roles[role].key).count(period + 1).count(period * model.limits.capacity_period + 1);
      csv.number(use.capacity).number(use.planned).number(use.probability_of_overload).end_row();
    }
  }
  return csv.content();
}

std::string dominance_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"over_option", "first_order", "second_order", "almost"});
  for (std::size_t i = 0; i < story.dominance.size(); ++i) {
    const engine::DominanceFrequency& one = story.dominance[i];
    csv.text(model.options[i + 1].key).number(one.first_order).number(one.second_order).number(one.almost).end_row();
  }
  return csv.content();
}

std::string prices_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"limit", "period", "widened_by", "gain", "gain_standard_error", "starts"});
  for (const engine::LimitPrice& price : story.prices) {
    csv.text(rule_in_words(model, price.origin)).empty().number(price.widened_by).estimate(price.gain);
    csv.text(starts_text(model, price.schedule)).end_row();
  }
  for (const engine::KindPrice& price : story.kind_prices) {
    csv.text(price.kind == engine::RuleOrigin::Kind::capacity ? "people of all roles" : "all budgets");
    csv.empty().empty().estimate(price.gain).text(starts_text(model, price.schedule)).end_row();
  }
  for (const engine::PersonMonthPrice& price : story.person_months) {
    csv.text("one person-month of " + model.limits.roles[engine::index_of(price.role)].key);
    csv.count(price.period + 1).number(1.0).estimate(price.gain).text(starts_text(model, price.schedule)).end_row();
  }
  return csv.content();
}

std::string frontier_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"budget", "cost", "npv", "npv_standard_error", "starts", "npv_by_ranking",
               "npv_by_ranking_standard_error", "starts_by_ranking"});
  for (const engine::BudgetPoint& point : story.budgets) {
    csv.number(point.budget).number(point.cost).estimate(point.npv).text(starts_text(model, point.schedule));
    csv.estimate(point.greedy_npv).text(starts_text(model, point.greedy)).end_row();
  }
  return csv.content();
}

std::string risks_csv(const Model& model, const RoadmapStory& story) {
  CsvText csv({"npv", "npv_standard_error", "cvar10", "cvar10_standard_error", "starts"});
  for (const engine::RiskPoint& point : story.risks) {
    csv.estimate(point.mean).estimate(point.cvar10).text(starts_text(model, point.schedule)).end_row();
  }
  return csv.content();
}

}  // namespace

std::vector<CsvFile> roadmap_csv(const Model& model, const RoadmapStory& story) {
  std::vector<CsvFile> files = {
      {"roadmap.csv", initiatives_csv(model, story)},       {"roadmap_phases.csv", phases_csv(model, story)},
      {"roadmap_left_out.csv", left_out_csv(model, story)}, {"roadmap_wins.csv", wins_csv(model, story)},
      {"roadmap_capacity.csv", capacity_csv(model, story)}, {"roadmap_dominance.csv", dominance_csv(model, story)}};
  if (!story.prices.empty() || !story.kind_prices.empty() || !story.person_months.empty()) {
    files.push_back({"roadmap_prices.csv", prices_csv(model, story)});
  }
  if (!story.budgets.empty()) files.push_back({"roadmap_frontier.csv", frontier_csv(model, story)});
  if (!story.risks.empty()) files.push_back({"roadmap_risks.csv", risks_csv(model, story)});
  return files;
}

}  // namespace wayworth::reports
