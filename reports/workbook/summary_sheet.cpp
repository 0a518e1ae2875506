#include <fmt/format.h>

#include "reports/digits.hpp"
#include "reports/measure_definition.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Measure;

constexpr Measure key_measures[] = {Measure::npv,
                                    Measure::cash_npv,
                                    Measure::roi,
                                    Measure::payback,
                                    Measure::discounted_payback,
                                    Measure::peak_funding,
                                    Measure::pv_benefits,
                                    Measure::pv_costs,
                                    Measure::one_off_costs,
                                    Measure::revenue_per_year,
                                    Measure::savings_per_year,
                                    Measure::freed_fte,
                                    Measure::cashed_fte};

class SummarySheet {
public:
  explicit SummarySheet(const WorkbookParts& parts) : parts_(parts), pen_(sheet_) {
    sheet_.name = "Summary";
    sheet_.widths = {44, 22, 20, 18, 18, 18, 90};
  }

  Sheet make() {
    const engine::Model& model = parts_.model;
    pen_.text(model.client.empty() ? model.name : model.name + " \u00B7 " + model.client, Look::title).next_row();
    pen_.text(made_by(parts_.findings.manifest).text, Look::note).next_row(2);
    add_guide();
    if (!parts_.findings.manifest.point) add_simulated();
    add_live();
    add_pasted();
    pen_.next_row();
    sheet_.charts = summary_charts(parts_, pen_.row());
    return std::move(sheet_);
  }

private:
  void add_guide() {
    for (const char* line :
         {"Inputs: every figure that was put in, with its source; type your own, or choose another case or option.",
          "Calculation: live formulas for one case. They follow what is changed on Inputs.",
          "Outputs: what came out of all trials, with standard errors. Values: to change them, run Wayworth again.",
          "Sensitivity: what the NPV hangs on, and what it is worth to know; where Wayworth looked.",
          "Trials: single trials with every draw and every line, to retrace."}) {
      pen_.text(line).next_row();
    }
    pen_.next_row();
  }

  void add_simulated() {
    const engine::Figures& figures = parts_.findings.options.front();
    pen_.text("All trials, option " + parts_.model.options.front().name, Look::heading).next_row();
    for (const char* name : {"Figure", "Mean", "Standard error", "P10", "P50", "P90", "Definition"}) {
      pen_.text(name, Look::column);
    }
    pen_.next_row();
    for (const Measure measure : key_measures) {
      const engine::Summary& summary = figures[measure];
      const NumberKind kind = simulated(number_kind_of(measure));
      pen_.text(label_of(measure));
      // The mean of ratios would be biased: ROI is the ratio of means.
      add_mean(measure == Measure::roi ? figures.roi_of_means : summary.mean, kind);
      for (const double p : {0.1, 0.5, 0.9}) {
        const auto value = quantile(summary, p);
        value ? pen_.number(value->value, kind, Look::total) : pen_.text("undefined", Look::note);
      }
      pen_.text(definition_of(parts_.model, measure), Look::note).next_row();
    }
    const engine::Summary& npv = figures[Measure::npv];
    if (npv.probability_of_loss) {
      pen_.text("Chance of loss").text(percent(npv.probability_of_loss->value, npv.count)).skip(4);
      pen_.text("Share of the trials with an NPV below 0.", Look::note).next_row();
    }
    pen_.next_row();
  }

  [[nodiscard]] std::string label_of(Measure measure) const {
    const engine::MeasureTraits& traits = engine::traits_of(measure);
    const bool is_money = number_kind_of(measure) == NumberKind::money;  // other names say their unit
    return is_money ? fmt::format("{}, {}", traits.name, unit_of(measure, parts_.model.currency))
                    : std::string(traits.name);
  }

  void add_mean(const std::optional<engine::Estimate>& mean, NumberKind kind) {
    if (!mean) {
      pen_.text("\u2013", Look::note).skip();
      return;
    }
    pen_.number(mean->value, kind, Look::result);
    std::isfinite(mean->standard_error) ? pen_.number(mean->standard_error, kind) : pen_.text("?", Look::note);
  }

  /// The calculation beside Wayworth's own figures for the same case and option.
  void add_live() {
    pen_.text("The calculation as it stands", Look::heading).next_row();
    pen_.text("Case").formula("Inputs!$B$3", parts_.cases[parts_.chosen_case].name, Look::total).next_row();
    pen_.text("Option").formula("Inputs!$B$4", parts_.model.options.front().key, Look::total).next_row();
    const std::string own =
        fmt::format("COUNT({})", range_name("Inputs", {parts_.first_input_row, 2, parts_.last_input_row, 2}));
    pen_.text("Figures of your own in use").formula(own, 0.0, NumberKind::whole, Look::total).next_row();
    for (const char* name : {"Figure", "Calculation", "Wayworth", "Difference", "", "", "Definition"}) {
      pen_.text(name, Look::column);
    }
    pen_.next_row();
    for (const Measure measure : key_measures) add_comparison(measure);
    add_internal_rate();
  }

  /// Of the mean cash flow of all trials Wayworth's own stands above; a single case has the calculation's.
  void add_internal_rate() {
    pen_.text("IRR a year");
    pen_.formula(parts_.cell_of(parts_.ledger.internal_rate), parts_.first_internal_rate, NumberKind::share,
                 Look::result);
    pen_.skip(4).text(
        "Effective rate a year at which the net cash flow has a present value of 0; where several do, one of them.",
        Look::note);
    pen_.next_row();
  }

  void add_comparison(Measure measure) {
    const RowId row = parts_.ledger.measures[static_cast<std::size_t>(measure)];
    const NumberKind kind = number_kind_of(measure);
    const double value = parts_.first_measures.at(static_cast<std::size_t>(measure));
    const std::string all =
        parts_.cases_in(parts_.row_of_measure(0, Measure{}),
                        parts_.row_of_measure(parts_.model.options.size() - 1, Measure{}) + engine::measure_count - 1);
    pen_.text(label_of(measure));
    pen_.formula(parts_.cell_of(row), value, kind, Look::result);
    pen_.formula(fmt::format("INDEX({},(option_number-1)*{}+{},case_number)", all, engine::measure_count + 1,
                             static_cast<std::size_t>(measure) + 1),
                 value, kind, Look::total);
    const std::string live = cell_name(pen_.row(), 1);
    const std::string reference = cell_name(pen_.row(), 2);
    pen_.formula(
        fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},6),IF({0}={1},0,\"differs\"))", live, reference),
        0.0, NumberKind::figure);
    pen_.skip(2).text(definition_of(parts_.model, measure), Look::note).next_row();
  }

  /// Which lines are no formulas, and why.
  void add_pasted() {
    std::size_t pasted = 0;
    for (const LedgerRow& row : parts_.ledger.rows) pasted += row.is_pasted ? 1U : 0U;
    if (pasted == 0) {
      pen_.text("Every line of the calculation is a formula.", Look::note).next_row();
      return;
    }
    pen_.text(
        fmt::format("{} lines of the calculation hold values, because no spreadsheet function computes them. They "
                    "hold for this case and option alone, and read #N/A once what they depend on is changed:",
                    pasted),
        Look::note);
    pen_.next_row();
    for (const LedgerRow& row : parts_.ledger.rows) {
      if (row.is_pasted) pen_.text(row.label, Look::pasted).next_row();
    }
  }

  const WorkbookParts& parts_;
  Sheet sheet_;
  SheetPen pen_;
};

}  // namespace

Sheet summary_sheet(const WorkbookParts& parts) {
  return SummarySheet(parts).make();
}

}  // namespace wayworth::reports
