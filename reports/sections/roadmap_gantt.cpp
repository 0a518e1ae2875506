#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/analysis/phases.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

constexpr std::size_t most_columns = 36;

/// Time in columns of one or more whole steps, few enough for 80 columns of text.
class TimeAxis {
public:
  explicit TimeAxis(const Model& model) : model_(model), steps_(1) {
    for (const std::size_t candidate : {1U, 3U, 6U, 12U, 24U, 60U}) {
      steps_ = candidate;
      if (count() <= most_columns) break;
    }
  }

  [[nodiscard]] std::size_t count() const { return (model_.time.steps + steps_ - 1) / steps_; }
  [[nodiscard]] std::size_t steps_per_column() const { return steps_; }
  /// Months from the start to the middle of a column.
  [[nodiscard]] double middle(std::size_t column) const {
    return (static_cast<double>(column * steps_) + 0.5 * static_cast<double>(steps_)) * months_per_step(model_.time);
  }
  [[nodiscard]] std::size_t first_step(std::size_t column) const { return column * steps_ + 1; }

private:
  const Model& model_;
  std::size_t steps_;
};

std::string phases_row(const Model& model, const TimeAxis& axis) {
  std::string row;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    const auto phase = engine::phase_of(model.phases, axis.first_step(column));
    row += phase ? static_cast<char>('1' + static_cast<int>(*phase % 9)) : ' ';
  }
  return row;
}

/// - while it is implemented, / while its effect grows, = at its full effect; all as planned.
std::string bar(const Model& model, const TimeAxis& axis, std::size_t start, const engine::PlanningFigures& figures) {
  const double begin = static_cast<double>(start - 1) * months_per_step(model.time);
  const double live = begin + figures.duration_months;
  const double full = live + figures.ramp_months;
  std::string text;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    const double now = axis.middle(column);
    text += now < begin ? ' ' : now < live ? '-' : now < full ? '/' : '=';
  }
  return text;
}

/// Tenths of the capacity that are used, the fullest period of the column counting; * above the whole of it.
std::string use_row(const Model& model, const TimeAxis& axis, const std::vector<engine::CapacityUse>& periods) {
  std::string text;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    double most = 0.0;
    for (std::size_t step = axis.first_step(column);
         step < axis.first_step(column) + axis.steps_per_column() && step <= model.time.steps; ++step) {
      const engine::CapacityUse& use = periods[(step - 1) / model.limits.capacity_period];
      if (use.planned > 0.0) most = std::max(most, use.capacity > 0.0 ? use.planned / use.capacity : 2.0);
    }
    const int tenths = static_cast<int>(std::ceil(10.0 * most - 1e-6));
    text += tenths == 0 ? '.' : tenths > 10 ? '*' : tenths == 10 ? 'X' : static_cast<char>('0' + tenths);
  }
  return text;
}

}  // namespace

Blocks roadmap_gantt(const Model& model, const RoadmapStory& story) {
  const TimeAxis axis(model);
  Table table{"Initiatives over time, as planned", model.currency, {}, {}};
  table.columns = {{"Initiative", Align::left, 1, false},
                   {"Start", Align::left, 2, false},
                   {fmt::format("From {}", month_of_step(model.time, 1)), Align::left, 1, false}};
  if (!model.phases.empty()) table.rows.push_back({"Phase", "", phases_row(model, axis)});
  const engine::Schedule& schedule = story.found.best.schedule;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (schedule[i]) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return *schedule[a] < *schedule[b]; });
  for (const std::size_t i : order) {
    table.rows.push_back({model.initiatives[i].name, month_of_step(model.time, *schedule[i]),
                          bar(model, axis, *schedule[i], story.figures[i])});
  }
  for (std::size_t role = 0; role < story.capacity.size(); ++role) {
    if (story.capacity[role].empty()) continue;
    table.rows.push_back({"People: " + model.limits.roles[role].key, "", use_row(model, axis, story.capacity[role])});
  }
  const double months = static_cast<double>(axis.steps_per_column()) * months_per_step(model.time);
  std::string legend = fmt::format("One column is {} {}: - implementation, / growing effect, = full effect.",
                                   static_cast<int>(months), months == 1.0 ? "month" : "months");
  const bool has_people =
      std::any_of(story.capacity.begin(), story.capacity.end(), [](const auto& periods) { return !periods.empty(); });
  if (has_people) legend += " People: tenths of the capacity that are planned, X all of it, . none.";
  return {table, Paragraph{legend}};
}

}  // namespace wayworth::reports
