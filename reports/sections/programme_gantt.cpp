#include <algorithm>

#include "engine/execute/reference_inputs.hpp"
#include "reports/programme_timing.hpp"
#include "reports/sections/gantt_text.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

constexpr double beyond_any = 2.0;  ///< use of a role that nobody has

/// What of a role's capacity is used in each step; people and capacity are both means over the limit's period.
std::vector<double> shares_by_step(const Model& model, const Demand& demand) {
  const std::vector<double>& capacity = model.limits.roles[engine::index_of(demand.id)].capacity;
  const std::size_t period = model.limits.capacity_period;
  std::vector<double> shares;
  for (std::size_t step = 1; step <= model.time.steps; ++step) {
    const std::size_t first = (step - 1) / period * period;
    const std::size_t last = std::min(first + period, model.time.steps);
    double there_are = 0.0;
    for (std::size_t i = first; i < last; ++i) there_are += capacity[i] / static_cast<double>(last - first);
    const auto month = static_cast<std::size_t>(static_cast<double>(step - 1) * months_per_step(model.time));
    const double needed = demand.months[month];
    shares.push_back(needed <= 0.0 ? 0.0 : there_are > 0.0 ? needed / there_are : beyond_any);
  }
  return shares;
}

}  // namespace

Blocks programme_gantt(const Model& model, const Findings& findings) {
  if (findings.initiatives.empty()) return {};
  const engine::Point point = findings.manifest.point.value_or(engine::Point::mean);
  const std::vector<double> inputs = engine::point_inputs(model, point);
  const std::vector<Timing> timings = timings_of(model, inputs);
  const TimeAxis axis(model.time);
  Table table = gantt_table(
      model, findings.manifest.point ? "Initiatives over time" : "Initiatives over time, with every input at its mean");
  if (!model.phases.empty()) table.rows.push_back({"Phase", "", phases_row(model, axis)});
  for (const Timing& timing : timings) {
    const auto& planned = model.options.front().starts[engine::index_of(timing.initiative)];
    table.rows.push_back({name_of(model, timing.initiative), month_of_step(model.time, *planned),
                          gantt_bar(axis, timing.start, timing.live, timing.full)});
  }
  bool has_people = false;
  for (const Demand& demand : demands_of(model, inputs, timings)) {
    if (!demand.supply) continue;
    has_people = true;
    table.rows.push_back({"People: " + demand.role, "", use_row(axis, shares_by_step(model, demand))});
  }
  add_money_rows(model, findings, axis, table);
  Blocks blocks;
  if (findings.phases.empty()) blocks.push_back(Heading{"Roadmap"});
  blocks.push_back(std::move(table));
  blocks.push_back(Paragraph{gantt_legend(model, findings, axis, has_people)});
  return blocks;
}

}  // namespace wayworth::reports
