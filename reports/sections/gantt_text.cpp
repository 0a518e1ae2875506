#include "reports/sections/gantt_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/analysis/phases.hpp"
#include "reports/digits.hpp"
#include "reports/programme_timing.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

constexpr std::size_t most_columns = 34;  ///< beside names and starts in 80 columns

/// . for nothing, then 1 to 9, X for all of it and * for more.
char tenths(double share) {
  const int count = static_cast<int>(std::ceil(10.0 * std::min(share, 2.0) - 1e-6));
  return count <= 0 ? '.' : count > 10 ? '*' : count == 10 ? 'X' : static_cast<char>('0' + count);
}

double greatest_of(const Money& money) {
  double greatest = 0.0;
  for (const auto* const amounts : {&money.spent, &money.earned}) {
    for (const double amount : *amounts) greatest = std::max(greatest, amount);
  }
  return greatest;
}

std::string tenths_row(const std::vector<double>& amounts, double greatest) {
  std::string text;
  for (const double amount : amounts) text += tenths(amount / greatest);
  return text;
}

}  // namespace

TimeAxis::TimeAxis(const engine::Timeline& time) : time_(time) {
  for (const std::size_t candidate : {1U, 2U, 3U, 6U, 12U, 24U, 60U}) {
    steps_ = candidate;
    if (count() <= most_columns) break;
  }
}

double TimeAxis::middle(std::size_t column) const {
  return (static_cast<double>(column * steps_) + 0.5 * static_cast<double>(steps_)) * months_per_step(time_);
}

std::size_t TimeAxis::last_step(std::size_t column) const {
  return std::min((column + 1) * steps_, time_.steps);
}

Table gantt_table(const Model& model, const std::string& title) {
  Table table{title, model.currency, {}, {}};
  table.columns = {{"Initiative", Align::left, 1, false},
                   {"Start", Align::left, 2, false},
                   {fmt::format("From {}", month_of_step(model.time, 1)), Align::left, 1, false}};
  return table;
}

std::string phases_row(const Model& model, const TimeAxis& axis) {
  std::string row;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    const auto phase = engine::phase_of(model.phases, axis.first_step(column));
    row += phase ? static_cast<char>('1' + static_cast<int>(*phase % 9)) : ' ';
  }
  return row;
}

std::string gantt_bar(const TimeAxis& axis, double start, double live, double full) {
  std::string text;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    const double now = axis.middle(column);
    text += now < start ? ' ' : now < live ? '-' : now < full ? '/' : '=';
  }
  return text;
}

std::string use_row(const TimeAxis& axis, const std::vector<double>& shares) {
  std::string text;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    double most = 0.0;
    for (std::size_t step = axis.first_step(column); step <= axis.last_step(column); ++step) {
      most = std::max(most, shares[step - 1]);
    }
    text += tenths(most);
  }
  return text;
}

void add_money_rows(const Model& model, const Findings& findings, const TimeAxis& axis, Table& table) {
  const Money money = money_of(model, findings, axis.steps_per_column());
  const double greatest = greatest_of(money);
  if (greatest <= 0.0) return;
  table.rows.push_back({"Benefits", "", tenths_row(money.earned, greatest)});
  table.rows.push_back({"Costs", "", tenths_row(money.spent, greatest)});
  std::string so_far;
  double cash = 0.0;
  for (std::size_t column = 0; column < axis.count(); ++column) {
    cash += money.earned[column] - money.spent[column];
    so_far += cash < 0.0 ? '-' : '+';
  }
  table.rows.push_back({"Cash so far", "", so_far});
}

std::string gantt_legend(const Model& model, const Findings& findings, const TimeAxis& axis, bool has_people) {
  const double months = static_cast<double>(axis.steps_per_column()) * months_per_step(model.time);
  std::string legend = fmt::format("One column is {} {}: - implementation, / growing effect, = full effect.",
                                   static_cast<int>(months), months == 1.0 ? "month" : "months");
  if (has_people) legend += " People: tenths of the capacity that are planned, X all of it, * more than it, . none.";
  const double greatest = greatest_of(money_of(model, findings, axis.steps_per_column()));
  if (greatest <= 0.0) return legend;
  return legend +
         fmt::format(
             " Benefits and costs: means, undiscounted, in tenths of {} {} a column; cash so far: - below zero, "
             "+ not.",
             model.currency, compact_money(greatest, 0.0));
}

}  // namespace wayworth::reports
