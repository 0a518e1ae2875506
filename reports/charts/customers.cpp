#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

/// By year, and the last step.
std::vector<std::size_t> shown_steps(const Model& model) {
  std::vector<std::size_t> steps;
  const auto year = static_cast<std::size_t>(model.time.steps_per_year);
  for (std::size_t step = year; step < model.time.steps; step += year) steps.push_back(step);
  steps.push_back(model.time.steps);
  return steps;
}

}  // namespace

MaybeChart customers_chart(const Model& model) {
  if (model.segments.empty() || model.time.steps < 2) return std::nullopt;
  const engine::TrialAccount trial = engine::evaluate_trial(model, engine::point_inputs(model, engine::Point::mean), 0,
                                                            engine::members_of(model.options.front()));
  Json periods = Json::array();
  for (std::size_t step = 1; step <= model.time.steps; ++step) periods.push_back(month_of_step(model.time, step));
  Json series = Json::array();
  Table table{"Customers at the end of a month, with every input at its mean",
              "",
              {text_column("Segment"), text_column("")},
              {}};
  for (const std::size_t step : shown_steps(model))
    table.columns.push_back(number_column(month_of_step(model.time, step)));
  for (const engine::Segment& segment : model.segments) {
    const engine::ValueAccount& customers = trial.stocks[engine::index_of(segment.customers)];
    series.push_back({{"name", segment.name}, {"today", customers.today}, {"programme", customers.with}});
    const auto add = [&](const char* when, const std::vector<double>& values) {
      std::vector<Cell> row = {segment.name, std::string(when)};
      for (const std::size_t step : shown_steps(model)) row.emplace_back(Figure{Kind::count, values[step - 1], 0.0});
      table.rows.push_back(std::move(row));
    };
    add("today", customers.today);
    add("with the programme", customers.with);
  }
  return Chart{"customers",
               "Customers over time, as today and with the programme",
               "Solid: with the programme. Dashed: as today. With every input at its mean.",
               {{std::move(table)}},
               text_of({{"kind", "customers"}, {"periods", std::move(periods)}, {"series", std::move(series)}})};
}

}  // namespace wayworth::reports
