#include <fmt/format.h>

#include <array>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/sections/comparison_parts.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

const engine::Model& first_model(const ComparisonStory& story) {
  return story.sides.front().model;
}

Table quantiles_table(const ComparisonStory& story) {
  constexpr std::array shown = {5, 10, 25, 50, 75, 90, 95};
  const Cells cells(story.found.manifest);
  Table table{"NPV", first_model(story).currency, {text_column("")}, {}};
  for (const int p : shown) table.columns.push_back(number_column(fmt::format("P{}", p)));
  for (const std::size_t side : sides_best_first(story)) {
    std::vector<Cell> row = {story.sides[side].name};
    for (const int p : shown) {
      row.push_back(cells.quantile(engine::Measure::npv, story.found.sides[side].programme, p / 100.0));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

MaybeChart compared_curves_chart(const ComparisonStory& story) {
  if (story.found.manifest.point) return std::nullopt;
  std::vector<double> all;
  for (const engine::SideFindings& side : story.found.sides) {
    const std::vector<double>& percentiles = side.npv_distribution.percentiles;
    all.insert(all.end(), percentiles.begin(), percentiles.end());
  }
  const Amounts amounts(first_model(story), all);
  Json series = Json::array();
  for (const std::size_t side : sides_best_first(story)) {
    const std::vector<double> values = amounts.of(story.found.sides[side].npv_distribution.percentiles);
    series.push_back({{"option", side}, {"name", story.sides[side].name}, {"economic", values}, {"cash", values}});
  }
  return Chart{"compared-curves",
               "NPV: the chance of less, side by side",
               "For every side the chance of an NPV below a figure. A curve further to the right is better.",
               {{quantiles_table(story)}},
               text_of({{"kind", "curves"}, {"unit", amounts.unit()}, {"series", std::move(series)}})};
}

MaybeChart change_bridge_chart(const ComparisonStory& story) {
  if (!story.versions || !story.versions->bridge || story.versions->changes.empty()) return std::nullopt;
  const engine::ChangeBridge& bridge = *story.versions->bridge;
  const Amounts amounts(first_model(story), {bridge.before.value, bridge.after.value});
  const std::vector<std::string> names = names_of_changes(*story.versions);
  Json steps = Json::array();
  const auto add = [&](const std::string& name, double value, bool is_total) {
    steps.push_back({{"initiative", -1}, {"name", name}, {"value", amounts.of(value)}, {"isTotal", is_total}});
  };
  add(story.sides[0].name, bridge.before.value, true);
  for (std::size_t i = 0; i < bridge.shares.size(); ++i) add(names[i], bridge.shares[i].value, false);
  add(story.sides[1].name, bridge.after.value, true);
  const Cells cells(story.found.manifest);
  const auto money = [&](const engine::Estimate& estimate) {
    return first_model(story).currency + " " + in_words(cells.estimate(Kind::money, estimate));
  };
  return Chart{
      "change-bridge",
      fmt::format("From {} to {}", story.sides[0].name, story.sides[1].name),
      fmt::format("What each change does to the mean NPV: from {} to {}.", money(bridge.before), money(bridge.after)),
      {{change_bridge_table(story)}},
      text_of({{"kind", "bridge"}, {"unit", amounts.unit()}, {"steps", std::move(steps)}})};
}

}  // namespace wayworth::reports
