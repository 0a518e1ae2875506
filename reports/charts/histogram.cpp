#include <fmt/format.h>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/digits.hpp"
#include "reports/html_view.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;

/// One distribution that the chart can show.
struct Shown {
  int option;  ///< -1: of an initiative alone
  bool is_cash;
  const engine::OutcomeDistribution* distribution;
};

std::vector<double> all_percentiles(const std::vector<Shown>& shown) {
  std::vector<double> all;
  for (const Shown& one : shown) {
    all.insert(all.end(), one.distribution->percentiles.begin(), one.distribution->percentiles.end());
  }
  return all;
}

/// A bound of a bin: exact, as many digits as it has.
Instead edge(const Amounts& amounts, double value) {
  return {plain_figure(amounts.of(value))};
}

Table table_of(const engine::Histogram& histogram, const Amounts& amounts, std::uint64_t trials,
               const std::string& title) {
  Table table{title + ", " + amounts.unit(),
              "",
              {number_column("From"), number_column("To"), number_column("Trials"), number_column("Up to here")},
              {}};
  std::uint64_t sum = 0;
  const auto add = [&](Cell from, Cell to, std::uint64_t count) {
    sum += count;
    table.rows.push_back({std::move(from), std::move(to), Figure{Kind::count, static_cast<double>(count), 0.0},
                          Probability{static_cast<double>(sum) / static_cast<double>(trials), trials}});
  };
  const auto at = [&](std::size_t i) {
    return edge(amounts, histogram.low + static_cast<double>(i) * histogram.width);
  };
  if (histogram.below > 0) add(Instead{"less"}, at(0), histogram.below);
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) add(at(i), at(i + 1), histogram.counts[i]);
  if (histogram.above > 0) add(at(histogram.counts.size()), Instead{"more"}, histogram.above);
  return table;
}

std::string data_of(const std::vector<Shown>& shown, const Amounts& amounts) {
  constexpr std::array switchable = {5, 10, 25, 50, 75, 90, 95};
  Json views = Json::array();
  for (const Shown& one : shown) {
    const engine::Histogram& histogram = one.distribution->histogram;
    Json quantiles = Json::array();
    for (const int p : switchable) {
      quantiles.push_back(amounts.of(one.distribution->percentiles[static_cast<std::size_t>(p - 1)]));
    }
    views.push_back({{"option", one.option},
                     {"basis", one.is_cash ? "cash" : "economic"},
                     {"low", amounts.of(histogram.low)},
                     {"width", amounts.of(histogram.width)},
                     {"counts", histogram.counts},
                     {"below", histogram.below},
                     {"above", histogram.above},
                     {"quantiles", std::move(quantiles)}});
  }
  return text_of({{"kind", "histogram"}, {"unit", amounts.unit()}, {"views", std::move(views)}});
}

}  // namespace

MaybeChart histogram_chart(const Model& model, const Findings& findings) {
  if (!is_uncertain(model, findings)) return std::nullopt;
  const bool has_cash = has_cash_view(findings);
  std::vector<Shown> shown;
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    shown.push_back({static_cast<int>(i), false, &findings.npv_distributions[i]});
    if (has_cash) shown.push_back({static_cast<int>(i), true, &findings.cash_npv_distributions[i]});
  }
  const Amounts amounts(model, all_percentiles(shown));
  std::vector<ChartTable> tables;
  for (const Shown& one : shown) {
    const std::string& name = model.options[static_cast<std::size_t>(one.option)].name;
    tables.push_back(
        {table_of(one.distribution->histogram, amounts, findings.manifest.trials,
                  fmt::format("\u201C{}\u201D: trials by NPV{}", name, one.is_cash ? ", cash-releasing" : "")),
         fmt::format("focus={}{}", one.option, has_cash ? (one.is_cash ? " basis=cash" : " basis=economic") : "")});
  }
  const std::string& name = model.options.front().name;
  return Chart{"npv-histogram", "NPV: how often which value",
               worth_sentence("\u201C" + name + "\u201D", model, findings.options.front(), Cells(findings.manifest)) +
                   " Bars: shares of the trials, losses in orange. Line: the chance of less. Of several options, the "
                   "first that is picked.",
               std::move(tables), data_of(shown, amounts)};
}

MaybeChart initiative_histogram(const Model& model, const Findings& findings,
                                const engine::InitiativeFindings& initiative) {
  if (!is_uncertain(model, findings)) return std::nullopt;
  const std::vector<Shown> shown = {{-1, false, &initiative.npv_distribution}};
  if (initiative.npv_distribution.histogram.width <= 0.0) return std::nullopt;  // always the same
  const Amounts amounts(model, all_percentiles(shown));
  const std::string& name = name_of(model, initiative.initiative);
  return Chart{fmt::format("npv-of-{}", id_of(initiative.initiative)),
               "NPV alone: how often which value",
               worth_sentence("Alone it", model, initiative.alone, Cells(findings.manifest)),
               {{table_of(initiative.npv_distribution.histogram, amounts, findings.manifest.trials,
                          name + ": trials by NPV alone")}},
               data_of(shown, amounts)};
}

}  // namespace wayworth::reports
