#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"

namespace wayworth::reports {

MaybeChart frontier_chart(const engine::Model& model, const ReportExtras& extras) {
  if (extras.roadmap == nullptr || extras.roadmap->budgets.size() < 2) return std::nullopt;
  std::vector<double> sizes;
  for (const engine::BudgetPoint& point : extras.roadmap->budgets) {
    sizes.insert(sizes.end(), {point.budget, point.npv.value, point.greedy_npv.value});
  }
  const Amounts amounts(model, sizes);
  Json points = Json::array();
  Table table{
      "Budget against worth",
      model.currency,
      {number_column("Budget"), number_column("Cost mean"), number_column("NPV mean"), number_column("By ranking")},
      {}};
  for (const engine::BudgetPoint& point : extras.roadmap->budgets) {
    points.push_back({{"budget", amounts.of(point.budget)},
                      {"npv", amounts.of(point.npv.value)},
                      {"ranking", amounts.of(point.greedy_npv.value)}});
    table.rows.push_back({Figure{Kind::money, point.budget, 0.0}, Figure{Kind::money, point.cost, 0.0},
                          Figure{Kind::money, point.npv.value, point.npv.standard_error},
                          Figure{Kind::money, point.greedy_npv.value, point.greedy_npv.standard_error}});
  }
  return Chart{
      "frontier",
      "What each budget is worth at best",
      "For each budget the mean NPV of the best roadmap that was found, and of taking initiatives by value per "
      "cost as long as they fit.",
      {{std::move(table)}},
      text_of({{"kind", "frontier"}, {"unit", amounts.unit()}, {"points", std::move(points)}})};
}

}  // namespace wayworth::reports
