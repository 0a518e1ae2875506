#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/execute/reference_step.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::FlowLine;
using engine::Model;

/// When an initiative of the first option starts, goes live and is in full effect, with every input at its mean.
struct Timing {
  engine::InitiativeId initiative;
  double start;  ///< months from the start of the model, as the next two
  double live;
  double full;
};

std::vector<Timing> timings(const Model& model, const std::vector<double>& inputs) {
  const auto members = engine::members_of(model.options.front());
  std::vector<Timing> all;
  for (const auto& one : engine::evaluate_trial(model, inputs, 0, members).initiatives) {
    all.push_back({one.initiative, one.start_months, one.go_live_months, one.go_live_months + one.ramp_months});
  }
  std::stable_sort(all.begin(), all.end(), [](const Timing& a, const Timing& b) { return a.start < b.start; });
  return all;
}

/// The people of one role that are needed, month by month.
struct Demand {
  std::string role;
  std::optional<double> supply;  ///< people, where it is limited; of a limit that changes over time the least
  std::vector<double> months;
};

/// Spreads person-months evenly over an implementation.
void add_effort(double person_months, const Timing& timing, std::vector<double>& months) {
  const double length = std::max(timing.live - timing.start, 1e-9);
  for (std::size_t month = 0; month < months.size(); ++month) {
    const auto from = static_cast<double>(month);
    const double overlap = std::min(from + 1.0, timing.live) - std::max(from, timing.start);
    if (overlap > 0.0) months[month] += person_months * overlap / length;
  }
}

/// Limits hold over periods: within one, every month has the mean of its months.
void level(const Model& model, std::vector<double>& months) {
  const double length = static_cast<double>(model.limits.capacity_period) * engine::months_per_step(model.time);
  const auto period = std::max<std::size_t>(1, static_cast<std::size_t>(length));
  for (std::size_t from = 0; from < months.size(); from += period) {
    const auto begin = months.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = months.begin() + static_cast<std::ptrdiff_t>(std::min(from + period, months.size()));
    const double mean = std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
    std::fill(begin, end, mean);
  }
}

std::vector<Demand> demands(const Model& model, const std::vector<double>& inputs, const std::vector<Timing>& timings) {
  engine::ReferenceStep first_step(model, inputs, 1);
  std::vector<Demand> all;
  for (std::size_t role = 0; role < model.limits.roles.size(); ++role) {
    const std::vector<double>& supply = model.limits.roles[role].capacity;
    Demand demand{model.limits.roles[role].key, {}, std::vector<double>(horizon_months(model.time), 0.0)};
    if (!supply.empty()) demand.supply = *std::min_element(supply.begin(), supply.end());
    for (const Timing& timing : timings) {
      for (const engine::Effort& effort : engine::get(model, timing.initiative).efforts) {
        if (engine::index_of(effort.role) != role) continue;
        add_effort(first_step.value_of(effort.person_months), timing, demand.months);
      }
    }
    level(model, demand.months);
    if (std::any_of(demand.months.begin(), demand.months.end(), [](double people) { return people > 0.0; })) {
      all.push_back(std::move(demand));
    }
  }
  return all;
}

/// Mean money of the programme in periods of so many steps.
struct Money {
  std::size_t steps_per_period = 1;
  std::vector<double> spent;
  std::vector<double> earned;
};

Money money_of(const Model& model, const Findings& findings) {
  constexpr std::size_t most_periods = 24;
  Money money;
  for (const std::size_t candidate : {1U, 3U, 6U, 12U}) {
    money.steps_per_period = candidate;
    if (model.time.steps <= candidate * most_periods) break;
  }
  const std::size_t periods = (model.time.steps + money.steps_per_period - 1) / money.steps_per_period;
  money.spent.assign(periods, 0.0);
  money.earned.assign(periods, 0.0);
  for (const engine::FlowSeries& line : findings.flow_lines) {
    if (line.line == FlowLine::net || line.line == FlowLine::cash_net) continue;
    const bool is_earned =
        line.line == FlowLine::revenue || line.line == FlowLine::cost_savings || line.line == FlowLine::staff_savings;
    for (std::size_t entry = 0; entry < line.steps.size(); ++entry) {
      const std::size_t period = (entry == 0 ? 0 : entry - 1) / money.steps_per_period;
      (is_earned ? money.earned : money.spent)[period] += line.steps[entry].mean();
    }
  }
  return money;
}

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

}  // namespace

MaybeChart gantt_chart(const Model& model, const Findings& findings) {
  if (findings.initiatives.empty()) return std::nullopt;
  const std::vector<double> inputs = engine::point_inputs(model, engine::Point::mean);
  const std::vector<Timing> all = timings(model, inputs);
  const std::vector<Demand> people = demands(model, inputs, all);
  const Money money = money_of(model, findings);
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
