#include <fmt/format.h>

#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

/// What is in `now` and was not in `before`, by name.
std::string newly_in(const Model& model, const engine::Schedule& now, const engine::Schedule& before) {
  std::string names;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!now[i] || before[i]) continue;
    if (!names.empty()) names += ", ";
    names += model.initiatives[i].key;
  }
  return names;
}

Cell money(double value, double error) {
  return Figure{Kind::money, value, error};
}

Table budget_table(const Model& model, const RoadmapStory& story) {
  Table table{"Budget against worth", model.currency, {}, {}};
  table.columns = {{"Budget", Align::right, 1, false},   {"Cost mean", Align::right, 3, false},
                   {"NPV mean", Align::right, 1, false}, {"By ranking", Align::right, 1, false},
                   {"Enter", Align::left, 1, false},     {"Leave", Align::left, 2, false}};
  engine::Schedule before(model.initiatives.size());
  for (const engine::BudgetPoint& point : story.budgets) {
    table.rows.push_back({money(point.budget, 0.0), money(point.cost, 0.0),
                          money(point.npv.value, point.npv.standard_error),
                          money(point.greedy_npv.value, point.greedy_npv.standard_error),
                          newly_in(model, point.schedule, before), newly_in(model, before, point.schedule)});
    before = point.schedule;
  }
  return table;
}

Table risk_table(const Model& model, const RoadmapStory& story) {
  Table table{"Mean against the worst tenth", model.currency, {}, {}};
  table.columns = {{"NPV mean", Align::right, 1, false},
                   {"Mean of the worst tenth", Align::right, 1, false},
                   {"Enter", Align::left, 1, false},
                   {"Leave", Align::left, 1, false}};
  const engine::Schedule& chosen = story.found.best.schedule;
  for (const engine::RiskPoint& point : story.risks) {
    table.rows.push_back({money(point.mean.value, point.mean.standard_error),
                          money(point.cvar10.value, point.cvar10.standard_error),
                          newly_in(model, point.schedule, chosen), newly_in(model, chosen, point.schedule)});
  }
  return table;
}

}  // namespace

Blocks roadmap_frontier(const Model& model, const RoadmapStory& story) {
  if (story.budgets.empty()) return {};
  return {
      Heading{"Frontier"}, budget_table(model, story),
      Paragraph{"\u201CBy ranking\u201D is what taking initiatives by value alone per cost, as long as they fit, is "
                "worth: no plan, but what a ranked list would choose. The figures are those of the search."},
      risk_table(model, story),
      Paragraph{"Of the roadmaps that the search has seen, those that no other beats in both; enter and leave as "
                "against the roadmap above."}};
}

}  // namespace wayworth::reports
