#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/html_view.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

double mean_or_zero(const engine::Summary& summary) {
  return summary.mean ? summary.mean->value : 0.0;
}

Json value_of(const Figures& alone, Measure measure, const Amounts& amounts) {
  const auto& loss = alone[measure].probability_of_loss;
  return {{"npv", amounts.of(mean_or_zero(alone[measure]))}, {"loss", loss ? loss->value : 0.0}};
}

Table table_of(const Model& model, const Findings& findings, Measure measure) {
  const Cells cells(findings.manifest);
  Table table{"Value, cost and chance of loss of each initiative on its own",
              model.currency,
              {text_column("Initiative"), number_column("PV of costs"),
               number_column(measure == Measure::npv ? "NPV mean" : "NPV mean, cash-releasing"),
               number_column("Chance of loss")},
              {}};
  for (const auto& ranked : findings.by_npv) {
    const Figures& alone = findings_of(findings, ranked.initiative).alone;
    table.rows.push_back({name_of(model, ranked.initiative), cells.mean(Measure::pv_costs, alone),
                          cells.mean(measure, alone), cells.probability_of_loss(alone, measure)});
    table.about.push_back(about_initiative(ranked.initiative));
  }
  return table;
}

}  // namespace

MaybeChart bubbles_chart(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2 || findings.manifest.point) return std::nullopt;
  std::vector<double> sizes;
  for (const auto& ranked : findings.by_npv) {
    const Figures& alone = findings_of(findings, ranked.initiative).alone;
    sizes.insert(sizes.end(), {ranked.value.value, mean_or_zero(alone[Measure::pv_costs])});
  }
  const Amounts amounts(model, sizes);
  Json points = Json::array();
  for (const auto& ranked : findings.by_npv) {
    const Figures& alone = findings_of(findings, ranked.initiative).alone;
    points.push_back({{"initiative", id_of(ranked.initiative)},
                      {"name", name_of(model, ranked.initiative)},
                      {"cost", amounts.of(mean_or_zero(alone[Measure::pv_costs]))},
                      {"economic", value_of(alone, Measure::npv, amounts)},
                      {"cash", value_of(alone, Measure::cash_npv, amounts)}});
  }
  std::vector<ChartTable> tables = {{table_of(model, findings, Measure::npv)}};
  if (has_cash_view(findings)) {
    tables.front().when = "basis=economic";
    tables.push_back({table_of(model, findings, Measure::cash_npv), "basis=cash"});
  }
  return Chart{"bubbles", "Value against cost; the larger the circle, the more often it loses money",
               "Each initiative by its mean NPV alone and the present value of its costs. Orange: it loses on average.",
               std::move(tables),
               text_of({{"kind", "bubbles"}, {"unit", amounts.unit()}, {"points", std::move(points)}})};
}

}  // namespace wayworth::reports
