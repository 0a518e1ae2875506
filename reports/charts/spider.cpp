#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/input_names.hpp"

namespace wayworth::reports {

namespace {

using engine::SpiderLine;

constexpr std::size_t most_lines = 6;  ///< more lines than there are looks cannot be told apart

double reach(const SpiderLine& line) {
  const auto less = [](const engine::Estimate& a, const engine::Estimate& b) { return a.value < b.value; };
  const auto [low, high] = std::minmax_element(line.means.begin(), line.means.end(), less);
  return high->value - low->value;
}

/// Those that the NPV moves most along, the first one first; an input with few values has no line.
std::vector<const SpiderLine*> lines_to_show(const engine::Sensitivity& found) {
  std::vector<const SpiderLine*> lines;
  for (const SpiderLine& line : found.spider) {
    if (line.means.size() == engine::spider_percentiles.size()) lines.push_back(&line);
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const SpiderLine* a, const SpiderLine* b) { return reach(*a) > reach(*b); });
  lines.resize(std::min(most_lines, lines.size()));
  return lines;
}

Table table_of(const engine::Model& model, const engine::Sensitivity& found,
               const std::vector<const SpiderLine*>& lines) {
  const Cells cells(found.manifest);
  Table table{"Mean NPV along one input, at its percentiles", model.currency, {text_column("Input")}, {}};
  for (const double p : engine::spider_percentiles) {
    table.columns.push_back(number_column(fmt::format("P{:.0f}", 100.0 * p)));
  }
  for (const SpiderLine* line : lines) {
    std::vector<Cell> row = {input_in_words(model, line->input)};
    for (const engine::Estimate& mean : line->means) row.push_back(cells.estimate(Kind::money, mean));
    table.rows.push_back(std::move(row));
    const auto initiative = initiative_of(model, line->input);
    table.about.push_back(initiative ? about_initiative(*initiative) : RowSubject{});
  }
  return table;
}

}  // namespace

MaybeChart spider_chart(const engine::Model& model, const ReportExtras& extras) {
  if (extras.sensitivity == nullptr) return std::nullopt;
  const std::vector<const SpiderLine*> lines = lines_to_show(*extras.sensitivity);
  if (lines.empty()) return std::nullopt;
  std::vector<double> sizes;
  for (const SpiderLine* line : lines) {
    for (const engine::Estimate& mean : line->means) sizes.push_back(mean.value);
  }
  const Amounts amounts(model, sizes);
  Json series = Json::array();
  for (const SpiderLine* line : lines) {
    const auto initiative = initiative_of(model, line->input);
    Json values = Json::array();
    Json means = Json::array();
    for (std::size_t i = 0; i < line->means.size(); ++i) {
      values.push_back(input_value_text(model, line->input, line->values[i]));
      means.push_back(amounts.of(line->means[i].value));
    }
    series.push_back({{"initiative", initiative ? static_cast<int>(id_of(*initiative)) : -1},
                      {"name", input_in_words(model, line->input)},
                      {"values", std::move(values)},
                      {"means", std::move(means)}});
  }
  return Chart{"spider",
               "The mean NPV along one input",
               "Each line: the mean NPV with one input held at its percentiles, all others drawn as ever. A straight "
               "line is a straight influence; the steeper, the stronger. Lines of correlated inputs say what each does "
               "by itself.",
               {{table_of(model, *extras.sensitivity, lines)}},
               text_of({{"kind", "spider"},
                        {"unit", amounts.unit()},
                        {"percentiles", engine::spider_percentiles},
                        {"series", std::move(series)}})};
}

}  // namespace wayworth::reports
