#include <fmt/format.h>

#include <algorithm>

#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;
using RuleKind = engine::RuleOrigin::Kind;

std::string change_words(const Model& model, const engine::LimitPrice& price) {
  switch (price.origin.kind) {
    case RuleKind::capacity:
      return "one person more";
    case RuleKind::budget:
    case RuleKind::phase_budget:
      return fmt::format("{} {} more", model.currency, compact_money(price.widened_by, 0.0));
    default:
      return "without it";
  }
}

/// What of the roadmap would be different.
std::string different(const Model& model, const engine::Schedule& now, const engine::Schedule& then) {
  std::string text;
  const auto add = [&](const char* what, std::size_t i) {
    if (!text.empty()) text += ", ";
    text += what + model.initiatives[i].name;
  };
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!now[i] && then[i]) add("+ ", i);
    if (now[i] && !then[i]) add("- ", i);
  }
  if (!text.empty()) return text;
  return now == then ? "" : "other starts";
}

Block prices_table(const Model& model, const RoadmapStory& story) {
  const bool is_share = model.limits.goal.kind == engine::RoadmapGoal::Kind::probability_above;
  Table table{"What each limit costs: the gain if it were wider and all planned anew", model.currency, {}, {}};
  table.columns = {{"Limit", Align::left, 1, false},
                   {"Changed", Align::left, 1, false},
                   {"Gain", Align::right, 1, false},
                   {"Then", Align::left, 2, false}};
  const auto add = [&](const std::string& limit, const std::string& changed, const auto& price) {
    Cell gain = Instead{"none found"};
    if (price.gain.value > 0.0) {
      gain = Figure{is_share ? Kind::ratio : Kind::money, price.gain.value, price.gain.standard_error};
    }
    table.rows.push_back({limit, changed, gain, different(model, story.found.best.schedule, price.schedule)});
  };
  for (const engine::LimitPrice& price : story.prices) {
    add(rule_in_words(model, price.origin), change_words(model, price), price);
  }
  for (const engine::KindPrice& price : story.kind_prices) {
    add(price.kind == RuleKind::capacity ? "the people of all roles" : "all budgets", "no limit", price);
  }
  return table;
}

/// One row for each role and period, the dearest first.
Block person_months_table(const Model& model, const RoadmapStory& story) {
  const bool is_share = model.limits.goal.kind == engine::RoadmapGoal::Kind::probability_above;
  Table table{"What one person-month more would bring, where it brings something", model.currency, {}, {}};
  table.columns = {{"Role", Align::left, 1, false},
                   {"Period from", Align::left, 1, false},
                   {"Gain", Align::right, 1, false},
                   {"Then", Align::left, 2, false}};
  std::vector<engine::PersonMonthPrice> prices = story.person_months;
  std::stable_sort(prices.begin(), prices.end(),
                   [](const auto& a, const auto& b) { return a.gain.value > b.gain.value; });
  for (const engine::PersonMonthPrice& price : prices) {
    table.rows.push_back({model.limits.roles[engine::index_of(price.role)].key,
                          month_of_step(model.time, price.period * model.limits.capacity_period + 1),
                          Figure{is_share ? Kind::ratio : Kind::money, price.gain.value, price.gain.standard_error},
                          different(model, story.found.best.schedule, price.schedule)});
  }
  return table;
}

/// Only with prices, and only where people are limited.
void add_person_months(const Model& model, const RoadmapStory& story, Blocks& blocks) {
  const bool is_limited =
      std::any_of(story.capacity.begin(), story.capacity.end(), [](const auto& periods) { return !periods.empty(); });
  if (story.prices.empty() || !is_limited) return;
  if (story.person_months.empty()) {
    blocks.push_back(
        Paragraph{"One person-month more of any one role in any one period brings nothing that was found."});
    return;
  }
  blocks.push_back(person_months_table(model, story));
  blocks.push_back(Paragraph{
      "Found by taking the best single change that the person-month allows - an initiative moved, in, out, swapped or "
      "exchanged - and searching on from there; so it may bring more. Where nothing is listed, nothing was found."});
}

Block delays_table(const Model& model, const RoadmapStory& story) {
  const double months = static_cast<double>(story.delay_steps) * months_per_step(model.time);
  Table table{fmt::format("What {} months of delay cost, with those that wait for it", static_cast<int>(months)),
              model.currency,
              {{"Initiative", Align::left, 1, false}, {"Mean NPV lost", Align::right, 1, true}},
              {}};
  std::vector<engine::CostOfDelay> delays = story.delays;
  std::stable_sort(delays.begin(), delays.end(),
                   [](const auto& a, const auto& b) { return a.loss.value > b.loss.value; });
  for (const engine::CostOfDelay& delay : delays) {
    table.rows.push_back(
        {name_of(model, delay.initiative), Figure{Kind::money, delay.loss.value, delay.loss.standard_error}});
  }
  return table;
}

/// The periods in which implementations that take longer than planned may need more people than there are.
Block overload_table(const Model& model, const RoadmapStory& story) {
  Table table{"People: where they may be too few", model.currency, {}, {}};
  table.columns = {{"Role", Align::left, 1, false},
                   {"From", Align::left, 1, false},
                   {"Planned person-months", Align::right, 1, false},
                   {"Capacity", Align::right, 1, false},
                   {"P(too few)", Align::right, 1, false}};
  for (std::size_t role = 0; role < story.capacity.size(); ++role) {
    for (std::size_t period = 0; period < story.capacity[role].size(); ++period) {
      const engine::CapacityUse& use = story.capacity[role][period];
      if (use.probability_of_overload <= 0.0) continue;
      table.rows.push_back({model.limits.roles[role].key,
                            month_of_step(model.time, period * model.limits.capacity_period + 1),
                            Figure{Kind::fte, use.planned, 0.0}, Figure{Kind::fte, use.capacity, 0.0},
                            Probability{use.probability_of_overload, story.search_trials}});
    }
  }
  return table;
}

}  // namespace

Blocks roadmap_prices(const Model& model, const RoadmapStory& story) {
  Blocks blocks = {Heading{"What limits and delay cost"}};
  if (!story.prices.empty()) blocks.push_back(prices_table(model, story));
  add_person_months(model, story, blocks);
  if (!story.delays.empty()) blocks.push_back(delays_table(model, story));
  const Block overloads = overload_table(model, story);
  if (!std::get<Table>(overloads).rows.empty()) {
    blocks.push_back(overloads);
    blocks.push_back(Paragraph{
        "Planned starts are the earliest: what takes longer, or waits for something that does, moves its work into "
        "later periods. The probabilities count the futures in which more is needed than there is."});
  }
  if (blocks.size() == 1) return {};
  return blocks;
}

}  // namespace wayworth::reports
