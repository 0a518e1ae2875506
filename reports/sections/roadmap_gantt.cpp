#include <algorithm>

#include "reports/sections/gantt_text.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

constexpr double beyond_any = 2.0;  ///< use of a role that nobody has

std::vector<double> shares_by_step(const Model& model, const std::vector<engine::CapacityUse>& periods) {
  std::vector<double> shares;
  for (std::size_t step = 1; step <= model.time.steps; ++step) {
    const engine::CapacityUse& use = periods[(step - 1) / model.limits.capacity_period];
    shares.push_back(use.planned <= 0.0 ? 0.0 : use.capacity > 0.0 ? use.planned / use.capacity : beyond_any);
  }
  return shares;
}

}  // namespace

Blocks roadmap_gantt(const Model& model, const RoadmapStory& story) {
  const TimeAxis axis(model.time);
  Table table = gantt_table(model, "Initiatives over time, as planned");
  if (!model.phases.empty()) table.rows.push_back({"Phase", "", phases_row(model, axis)});
  const engine::Schedule& schedule = story.found.best.schedule;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (schedule[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *schedule[a] < *schedule[b]; });
  for (const std::size_t i : order) {
    const double start = static_cast<double>(*schedule[i] - 1) * months_per_step(model.time);
    const double live = start + story.figures[i].duration_months;
    table.rows.push_back({model.initiatives[i].name, month_of_step(model.time, *schedule[i]),
                          gantt_bar(axis, start, live, live + story.figures[i].ramp_months)});
  }
  bool has_people = false;
  for (std::size_t role = 0; role < story.capacity.size(); ++role) {
    if (story.capacity[role].empty()) continue;
    has_people = true;
    table.rows.push_back(
        {"People: " + model.limits.roles[role].key, "", use_row(axis, shares_by_step(model, story.capacity[role]))});
  }
  add_money_rows(model, story.findings, axis, table);
  return {std::move(table), Paragraph{gantt_legend(model, story.findings, axis, has_people)}};
}

}  // namespace wayworth::reports
