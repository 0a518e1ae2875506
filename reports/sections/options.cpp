#include "reports/cells.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

Table with_chances(const Model& model, const Findings& findings, const View& view) {
  const Cells cells(findings.manifest);
  Table table{"Options on the same trials", model.currency, {}, {}};
  table.columns = {{"Option", Align::left, 1, false},
                   {view.is_cash ? "Cash NPV mean" : "NPV mean", Align::right, 1, true},
                   {view.low_name(), Align::right, 3, false},
                   {"P50", Align::right, 6, false},
                   {view.high_name(), Align::right, 3, false},
                   {"P(loss)", Align::right, 2, false},
                   {"ROI", Align::right, 1, false},
                   {"Payback months", Align::right, 1, false},
                   {"PV of costs", Align::right, 4, false},
                   {"Peak funding", Align::right, 5, false},
                   {"IRR a year", Align::right, 7, false}};
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    const Figures& figures = findings.options[i];
    const auto npv = [&](double p) { return cells.quantile(view.npv(), figures, p); };
    table.rows.push_back({model.options[i].name, cells.mean(view.npv(), figures), npv(view.low), npv(0.5),
                          npv(view.high), cells.probability_of_loss(figures, view.npv()), cells.roi(figures),
                          cells.quantile(Measure::payback, figures, 0.5), cells.mean(Measure::pv_costs, figures),
                          cells.mean(Measure::peak_funding, figures),
                          Instead{internal_rate_text(findings.returns[i].of_mean_flow)}});
    table.about.push_back(about_option(i));
  }
  return table;
}

Table without_chance(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{"Options", model.currency, {}, {}};
  table.columns = {{"Option", Align::left, 1, false},       {"NPV", Align::right, 1, false},
                   {"ROI", Align::right, 1, false},         {"Payback months", Align::right, 1, false},
                   {"PV of costs", Align::right, 2, false}, {"Peak funding", Align::right, 3, false},
                   {"IRR a year", Align::right, 4, false}};
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    const Figures& figures = findings.options[i];
    table.rows.push_back({model.options[i].name, cells.mean(Measure::npv, figures), cells.roi(figures),
                          cells.quantile(Measure::payback, figures, 0.5), cells.mean(Measure::pv_costs, figures),
                          cells.mean(Measure::peak_funding, figures),
                          Instead{internal_rate_text(findings.returns[i].of_mean_flow)}});
    table.about.push_back(about_option(i));
  }
  return table;
}

}  // namespace

Table options_table(const Model& model, const Findings& findings, const View& view) {
  return is_uncertain(model, findings) ? with_chances(model, findings, view) : without_chance(model, findings);
}

Blocks options(const Model& model, const Findings& findings) {
  if (findings.options.size() < 2) return {};
  Blocks blocks = {Heading{"Options"}};
  for (const engine::OptionComparison& pair : findings.comparisons) {
    blocks.push_back(Paragraph{comparison_sentence(model, findings, pair)});
  }
  blocks.push_back(options_table(model, findings));
  return blocks;
}

}  // namespace wayworth::reports
