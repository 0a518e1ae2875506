#include "reports/programme_timing.hpp"

#include <algorithm>
#include <numeric>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_step.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::FlowLine;
using engine::Model;

/// Spreads person-months evenly over an implementation; one that takes no time has them all in its month.
void add_effort(double person_months, const Timing& timing, std::vector<double>& months) {
  const double length = timing.live - timing.start;
  if (length <= 0.0) {
    const auto month = static_cast<std::size_t>(timing.start);
    if (month < months.size()) months[month] += person_months;
    return;
  }
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

}  // namespace

std::vector<Timing> timings_of(const Model& model, const std::vector<double>& inputs) {
  const auto members = engine::members_of(model.options.front());
  std::vector<Timing> all;
  for (const auto& one : engine::evaluate_trial(model, inputs, 0, members).initiatives) {
    all.push_back({one.initiative, one.start_months, one.go_live_months, one.go_live_months + one.ramp_months});
  }
  std::stable_sort(all.begin(), all.end(), [](const Timing& a, const Timing& b) { return a.start < b.start; });
  return all;
}

std::vector<Demand> demands_of(const Model& model, const std::vector<double>& inputs,
                               const std::vector<Timing>& timings) {
  engine::ReferenceStep first_step(model, inputs, 1);
  std::vector<Demand> all;
  for (std::size_t role = 0; role < model.limits.roles.size(); ++role) {
    const std::vector<double>& supply = model.limits.roles[role].capacity;
    Demand demand{engine::RoleId{static_cast<std::uint32_t>(role)},
                  model.limits.roles[role].key,
                  {},
                  std::vector<double>(horizon_months(model.time), 0.0)};
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

Money money_of(const Model& model, const Findings& findings, std::size_t steps_per_period) {
  Money money;
  money.steps_per_period = steps_per_period;
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

}  // namespace wayworth::reports
