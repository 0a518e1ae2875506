#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;
using engine::Sensitivity;

/// The percentiles that fit on a narrow page go first.
int priority_of_percentile(std::size_t place) {
  return place % 4 == 0 ? 1 : (place % 2 == 0 ? 2 : 3);
}

Table two_way(const Model& model, const engine::TwoWayTable& grid, const Cells& cells) {
  const std::string rows = short_name(model, grid.rows);
  Table table{fmt::format("Mean NPV by {} (rows) and {} (columns)", rows, short_name(model, grid.columns)),
              model.currency,
              {{rows, Align::right, 1, false}},
              {}};
  for (const double value : grid.column_values) {
    table.columns.push_back({input_value_text(model, grid.columns, value), Align::right, 1, false});
  }
  for (std::size_t row = 0; row < grid.row_values.size(); ++row) {
    std::vector<Cell>& line = table.rows.emplace_back();
    line.emplace_back(Instead{input_value_text(model, grid.rows, grid.row_values[row])});
    for (const engine::Estimate& mean : grid.means[row]) line.push_back(cells.estimate(Kind::money, mean));
  }
  return table;
}

}  // namespace

Blocks spider_section(const Model& model, const Sensitivity& found, std::size_t most_rows) {
  const Cells cells(found.manifest);
  Table table{"Mean NPV along one input, at its percentiles", model.currency, {{"Input", Align::left, 1, false}}, {}};
  for (std::size_t i = 0; i < engine::spider_percentiles.size(); ++i) {
    table.columns.push_back({fmt::format("P{:.0f}", 100.0 * engine::spider_percentiles[i]), Align::right,
                             priority_of_percentile(i), false});
  }
  for (const engine::SpiderLine& line : found.spider) {
    const bool has_all = line.means.size() == engine::spider_percentiles.size();
    if (!has_all || table.rows.size() == most_rows) continue;
    std::vector<Cell>& row = table.rows.emplace_back();
    row.emplace_back(short_name(model, line.input));
    for (const engine::Estimate& mean : line.means) row.push_back(cells.estimate(Kind::money, mean));
  }
  if (table.rows.empty()) return {};
  return {std::move(table),
          Paragraph{fmt::format(
              "On {} trials, all other inputs drawn as ever. Read along a line: equal steps mean a straight influence, "
              "steps that grow or shrink one that bends. Lines of correlated inputs say what each does by itself.",
              grouped(static_cast<double>(found.break_even_trials), 0))}};
}

Blocks two_way_section(const Model& model, const Sensitivity& found) {
  if (found.tables.empty()) return {};
  const Cells cells(found.manifest);
  Blocks blocks = {Heading{"Two inputs at a time"}};
  for (const engine::TwoWayTable& grid : found.tables) blocks.push_back(two_way(model, grid, cells));
  blocks.push_back(Paragraph{
      fmt::format("On {} trials; both inputs at their P5, P25, P50, P75 and P95, all others drawn as ever. A corner is "
                  "rarer than its percentiles say, unless the two go together.",
                  grouped(static_cast<double>(found.one_at_a_time_trials), 0))});
  return blocks;
}

}  // namespace wayworth::reports
