#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

// Rows of a chart over time that is drawn with one character a column.

/// Time in columns of one or more whole steps, few enough for 80 columns of text.
class TimeAxis {
public:
  explicit TimeAxis(const engine::Timeline& time);

  [[nodiscard]] std::size_t count() const { return (time_.steps + steps_ - 1) / steps_; }
  [[nodiscard]] std::size_t steps_per_column() const { return steps_; }
  /// Months from the start to the middle of a column.
  [[nodiscard]] double middle(std::size_t column) const;
  [[nodiscard]] std::size_t first_step(std::size_t column) const { return column * steps_ + 1; }
  [[nodiscard]] std::size_t last_step(std::size_t column) const;

private:
  engine::Timeline time_;
  std::size_t steps_ = 1;
};

/// Initiative, start and the column of the drawing.
Table gantt_table(const engine::Model& model, const std::string& title);

/// The number of the phase in each column.
std::string phases_row(const engine::Model& model, const TimeAxis& axis);

/// - while it is implemented, / while its effect grows, = at its full effect; all in months from the start.
std::string gantt_bar(const TimeAxis& axis, double start, double live, double full);

/// Tenths of the capacity that are used, the fullest step of the column counting: X all of it, * more than that, .
/// none. \param shares  by step, of the capacity
std::string use_row(const TimeAxis& axis, const std::vector<double>& shares);

/// Mean costs and benefits of the first option column by column, in tenths of the greatest, and whether what has flowed
/// up to the end of the column is below zero.
void add_money_rows(const engine::Model& model, const engine::Findings& findings, const TimeAxis& axis, Table& table);

/// What the characters mean.
std::string gantt_legend(const engine::Model& model, const engine::Findings& findings, const TimeAxis& axis,
                         bool has_people);

/// The first option over time: initiatives by phase, the people that they take, and the money.
std::vector<Block> programme_gantt(const engine::Model& model, const engine::Findings& findings);

}  // namespace wayworth::reports
