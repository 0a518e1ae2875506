#include <fmt/format.h>

#include <algorithm>

#include "engine/execute/reference_inputs.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/programme_timing.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

Table timing_table(const Model& model, const std::vector<Timing>& timings) {
  Table table{"Months from the start, with every input at its mean",
              "",
              {text_column("Initiative"), number_column("Starts"), number_column("Live"), number_column("Full effect")},
              {}};
  const auto months = [](double value) { return Figure{Kind::months, value, 0.0}; };
  for (const Timing& timing : timings) {
    table.rows.push_back(
        {name_of(model, timing.initiative), months(timing.start), months(timing.live), months(timing.full)});
    table.about.push_back(about_initiative(timing.initiative));
  }
  return table;
}

/// People by quarter: the mean of three months.
Table people_table(const Model& model, const std::vector<Demand>& demands) {
  constexpr std::size_t quarter = 3;
  Table table{"People at work, quarter by quarter (means of its months)", "", {text_column("Role")}, {}};
  std::size_t last = 0;
  for (const Demand& demand : demands) {
    for (std::size_t month = 0; month < demand.months.size(); ++month) {
      if (demand.months[month] > 0.0) last = std::max(last, month + 1);
    }
  }
  table.columns.push_back(number_column("There are"));
  const auto month_name = [&](std::size_t month) {
    return month_of_step(model.time, month * static_cast<std::size_t>(model.time.steps_per_year) / 12 + 1);
  };
  for (std::size_t month = 0; month < last; month += quarter) table.columns.push_back(number_column(month_name(month)));
  for (const Demand& demand : demands) {
    std::vector<Cell> row = {demand.role};
    row.push_back(demand.supply ? Cell(Instead{fmt::format("{:.1f}", *demand.supply)}) : Cell(Instead{"no limit"}));
    for (std::size_t month = 0; month < last; month += quarter) {
      double sum = 0.0;
      std::size_t count = 0;
      for (; count < quarter && month + count < demand.months.size(); ++count) sum += demand.months[month + count];
      row.emplace_back(Instead{fmt::format("{:.1f}", sum / static_cast<double>(count))});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json rows_of(const Model& model, const std::vector<Timing>& timings) {
  Json rows = Json::array();
  for (const Timing& timing : timings) {
    rows.push_back({{"initiative", id_of(timing.initiative)},
                    {"name", name_of(model, timing.initiative)},
                    {"start", timing.start},
                    {"live", timing.live},
                    {"full", timing.full}});
  }
  return rows;
}

Json phases_of(const Model& model) {
  const double step = engine::months_per_step(model.time);
  Json phases = Json::array();
  for (const engine::Phase& phase : model.phases) {
    phases.push_back({{"name", phase.name},
                      {"from", static_cast<double>(phase.from - 1) * step},
                      {"to", static_cast<double>(phase.to) * step}});
  }
  return phases;
}

Json roles_of(const std::vector<Demand>& demands) {
  Json roles = Json::array();
  for (const Demand& demand : demands) {
    roles.push_back(
        {{"name", demand.role}, {"supply", demand.supply ? Json(*demand.supply) : Json()}, {"demand", demand.months}});
  }
  return roles;
}

std::string words_for(const std::vector<Demand>& demands, const Money& money, const std::string& unit) {
  std::string text =
      "Dark: implementation. Light: the effect ramps up. With every input at its mean; a prerequisite that is late "
      "moves what needs it.";
  if (!demands.empty()) {
    text +=
        " Below: the people at work, over the periods that limits hold for; the line is how many there are, orange is "
        "more than that.";
  }
  if (!money.spent.empty()) text += fmt::format(" At the foot: mean benefits and costs, undiscounted, {}.", unit);
  return text;
}

/// Few enough periods for bars that can be told apart.
std::size_t steps_per_period(const Model& model) {
  constexpr std::size_t most_periods = 24;
  std::size_t steps = 1;
  for (const std::size_t candidate : {1U, 3U, 6U, 12U}) {
    steps = candidate;
    if (model.time.steps <= candidate * most_periods) break;
  }
  return steps;
}

}  // namespace

MaybeChart gantt_chart(const Model& model, const Findings& findings) {
  if (findings.initiatives.empty()) return std::nullopt;
  const std::vector<double> inputs = engine::point_inputs(model, engine::Point::mean);
  const std::vector<Timing> all = timings_of(model, inputs);
  const std::vector<Demand> people = demands_of(model, inputs, all);
  const Money money = money_of(model, findings, steps_per_period(model));
  std::vector<double> sizes = money.spent;
  sizes.insert(sizes.end(), money.earned.begin(), money.earned.end());
  const Amounts amounts(model, sizes);
  const double months_per_period = static_cast<double>(money.steps_per_period) * engine::months_per_step(model.time);
  const Json data = {{"kind", "gantt"},
                     {"months", horizon_months(model.time)},
                     {"startYear", model.time.start_year},
                     {"startMonth", model.time.start_month},
                     {"rows", rows_of(model, all)},
                     {"phases", phases_of(model)},
                     {"roles", roles_of(people)},
                     {"unit", amounts.unit()},
                     {"spent", amounts.of(money.spent)},
                     {"earned", amounts.of(money.earned)},
                     {"monthsPerPeriod", months_per_period}};
  Chart chart{"gantt",
              fmt::format("\u201C{}\u201D over time", model.options.front().name),
              words_for(people, money, amounts.unit()),
              {{timing_table(model, all)}},
              text_of(data)};
  if (!people.empty()) chart.tables.push_back({people_table(model, people)});
  return chart;
}

}  // namespace wayworth::reports
