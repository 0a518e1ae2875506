#include <fmt/format.h>

#include "engine/execute/reference.hpp"
#include "reports/subjects.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::FlowLine;
using engine::SubjectAccount;

/// What Wayworth itself comes to, in every case.
class TrialsSheet {
public:
  explicit TrialsSheet(const WorkbookParts& parts) : parts_(parts), pen_(sheet_) {
    sheet_.name = "Trials";
    sheet_.widths = {58, 12};
    sheet_.further_width = 16;
    sheet_.frozen_rows = case_header_row + 1;
    sheet_.frozen_columns = 2;
    sheet_.repeated_row = case_header_row;
  }

  Sheet make() {
    pen_.text("Cases and trials, as Wayworth computes them", Look::title).next_row();
    pen_.text(
        "Values, not formulas: what each input is, and what comes of it. A trial is one draw of everything; "
        "`wayworth explain SCENARIO --trial N` shows the same. Choose a case on the sheet Inputs to retrace it "
        "in the sheet Calculation.",
        Look::note);
    pen_.next_row();
    pen_.skip(first_case_column);
    for (std::size_t i = 0; i < parts_.cases.size(); ++i) pen_.text(why(i), Look::note);
    pen_.next_row();
    pen_.text("Figure", Look::column).text("Unit", Look::column);
    for (const WorkbookCase& one : parts_.cases) pen_.text(one.name, Look::column);
    pen_.next_row(2);
    add_inputs();
    for (std::size_t option = 0; option < parts_.model.options.size(); ++option) add_measures(option);
    add_flows();
    return std::move(sheet_);
  }

private:
  /// Why the case was chosen.
  [[nodiscard]] std::string why(std::size_t place) const {
    const std::size_t points = parts_.cases.size() - parts_.findings.typical_trials.size();
    if (place < points) return "";
    const engine::TypicalTrial& trial = parts_.findings.typical_trials[place - points];
    if (!trial.probability) return "one of the first";
    if (*trial.probability == 0.0) return "least NPV";
    return *trial.probability == 1.0 ? "greatest NPV" : fmt::format("NPV at P{:.0f}", 100.0 * *trial.probability);
  }

  void add_inputs() {
    pen_.text("Inputs", Look::heading).next_row();
    for (std::size_t i = 0; i < parts_.model.inputs.size(); ++i) {
      pen_.text(parts_.model.inputs[i].path).skip();
      for (const WorkbookCase& one : parts_.cases) pen_.number(one.inputs[i], NumberKind::figure);
      pen_.next_row();
    }
    pen_.next_row();
  }

  void add_measures(std::size_t option) {
    std::vector<SubjectAccount> accounts;
    for (const WorkbookCase& one : parts_.cases) {
      accounts.push_back(engine::evaluate_subject(parts_.model, one.inputs, {.option = option}));
    }
    pen_.text("Programme of option " + parts_.model.options[option].name, Look::heading).next_row();
    for (const engine::Measure measure : engine::all_measures()) {
      pen_.text(std::string(engine::traits_of(measure).name)).text(unit_of(measure, parts_.model.currency));
      for (const SubjectAccount& account : accounts) pen_.number(account[measure], number_kind_of(measure));
      pen_.next_row();
    }
    if (option == 0) first_option_ = std::move(accounts);
  }

  void add_flows() {
    pen_.next_row();
    for (std::size_t line = 0; line < engine::flow_line_count; ++line) {
      const auto id = static_cast<FlowLine>(line);
      pen_.text(fmt::format("{} of option {}, by step; 0 is the very start", engine::key_of(id),
                            parts_.model.options.front().name),
                Look::heading);
      pen_.next_row();
      for (std::size_t entry = 0; entry <= parts_.model.time.steps; ++entry) {
        pen_.text(fmt::format("{}, step {}", engine::key_of(id), entry)).text(parts_.model.currency);
        for (const SubjectAccount& account : first_option_) pen_.number(account[id].flow[entry], NumberKind::money);
        pen_.next_row();
      }
    }
  }

  const WorkbookParts& parts_;
  std::vector<SubjectAccount> first_option_;
  Sheet sheet_;
  SheetPen pen_;
};

}  // namespace

Sheet trials_sheet(const WorkbookParts& parts) {
  return TrialsSheet(parts).make();
}

}  // namespace wayworth::reports
