#include <fmt/format.h>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;
using engine::TwoWayTable;

std::vector<std::string> value_texts(const Model& model, engine::InputId input, const std::vector<double>& values) {
  std::vector<std::string> texts;
  for (const double value : values) texts.push_back(input_value_text(model, input, value));
  return texts;
}

Table table_of(const Model& model, const engine::Manifest& manifest, const TwoWayTable& grid,
               const std::string& title) {
  const Cells cells(manifest);
  Table table{title, model.currency, {text_column(input_in_words(model, grid.rows))}, {}};
  for (const std::string& value : value_texts(model, grid.columns, grid.column_values)) {
    table.columns.push_back({value, Align::right, 1, false, input_in_words(model, grid.columns)});
  }
  const std::vector<std::string> names = value_texts(model, grid.rows, grid.row_values);
  for (std::size_t row = 0; row < names.size(); ++row) {
    std::vector<Cell>& line = table.rows.emplace_back();
    line.emplace_back(names[row]);
    for (const engine::Estimate& mean : grid.means[row]) line.push_back(cells.estimate(Kind::money, mean));
  }
  return table;
}

std::string data_of(const Model& model, const TwoWayTable& grid) {
  std::vector<double> sizes;
  for (const auto& row : grid.means) {
    for (const engine::Estimate& mean : row) sizes.push_back(mean.value);
  }
  const Amounts amounts(model, sizes);
  Json means = Json::array();
  for (const auto& row : grid.means) {
    Json line = Json::array();
    for (const engine::Estimate& mean : row) line.push_back(amounts.of(mean.value));
    means.push_back(std::move(line));
  }
  return text_of({{"kind", "two_way"},
                  {"unit", amounts.unit()},
                  {"rows", input_in_words(model, grid.rows)},
                  {"columns", input_in_words(model, grid.columns)},
                  {"rowValues", value_texts(model, grid.rows, grid.row_values)},
                  {"columnValues", value_texts(model, grid.columns, grid.column_values)},
                  {"means", std::move(means)}});
}

}  // namespace

std::vector<Chart> two_way_charts(const Model& model, const ReportExtras& extras) {
  std::vector<Chart> charts;
  if (extras.sensitivity == nullptr) return charts;
  for (const TwoWayTable& grid : extras.sensitivity->tables) {
    const std::string title =
        fmt::format("Mean NPV by {} and {}", input_in_words(model, grid.rows), input_in_words(model, grid.columns));
    charts.push_back(
        {fmt::format("two-way-{}", charts.size() + 1),
         title,
         fmt::format(
             "Both inputs at their P5, P25, P50, P75 and P95, all others drawn as ever, on {} trials. Blue: above "
             "zero, orange: below; the darker, the farther. A corner is rarer than its percentiles say, unless "
             "the two go together.",
             grouped(static_cast<double>(extras.sensitivity->one_at_a_time_trials), 0)),
         {{table_of(model, extras.sensitivity->manifest, grid, title)}},
         data_of(model, grid)});
  }
  return charts;
}

}  // namespace wayworth::reports
