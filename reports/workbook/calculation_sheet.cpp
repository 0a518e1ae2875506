#include <fmt/format.h>

#include "reports/sections/sections.hpp"
#include "reports/workbook/workbook_parts.hpp"

namespace wayworth::reports {

namespace {

class CalculationSheet {
public:
  CalculationSheet(const WorkbookParts& parts, LedgerValues& values)
      : parts_(parts), values_(values), text_(parts.places, values, parts.ledger.steps), pen_(sheet_) {
    sheet_.name = "Calculation";
    sheet_.widths = {52, 16, 34, 16};
    sheet_.further_width = 13;
    sheet_.frozen_rows = parts.places.first_row - 1;
    sheet_.frozen_columns = 1;
    sheet_.repeated_row = parts.places.first_row - 2;
  }

  Sheet make() {
    add_top();
    for (const LedgerRow& row : parts_.ledger.rows) add_row(row);
    return std::move(sheet_);
  }

private:
  void add_top() {
    pen_.text("Calculation", Look::title).next_row();
    pen_.text(
        "The programme of the chosen option in the chosen case, step by step. Every figure is a formula; inputs "
        "are named after their paths in the scenario (in_...).",
        Look::note);
    pen_.next_row();
    if (has_pasted_rows()) {
      pen_.text(
          "Orange rows hold values and no formulas: no spreadsheet function computes them. They read #N/A once "
          "what they depend on is changed.",
          Look::note);
    }
    pen_.next_row();
    pen_.skip(5);
    for (std::size_t step = 1; step <= parts_.ledger.steps; ++step) {
      pen_.text(month_of_step(parts_.model.time, step), Look::column);
    }
    pen_.next_row();
    for (const char* name : {"Line", "Unit", "As typed, or how it is meant", "All steps, or total", "Very start"}) {
      pen_.text(name, Look::column);
    }
    for (std::size_t step = 1; step <= parts_.ledger.steps; ++step) {
      pen_.text(fmt::format("Step {}", step), Look::column);
    }
    pen_.next_row();
  }

  [[nodiscard]] bool has_pasted_rows() const {
    for (const LedgerRow& row : parts_.ledger.rows) {
      if (row.is_pasted) return true;
    }
    return false;
  }

  static Look look_of(const LedgerRow& row) {
    if (row.is_pasted) return Look::pasted;
    if (row.style == LedgerRow::Style::total) return Look::total;
    return row.style == LedgerRow::Style::result ? Look::result : Look::plain;
  }

  void add_row(const LedgerRow& row) {
    const auto id = static_cast<RowId>(&row - parts_.ledger.rows.data());
    const Look look = look_of(row);
    pen_.text(row.label, row.style == LedgerRow::Style::heading ? Look::heading : look);
    pen_.text(row.unit).text(row.note, Look::note);
    row.all_steps ? pen_.formula(text_.text(*row.all_steps, for_all_steps), values_.all_steps(id), row.kind, look)
                  : pen_.skip();
    row.start ? pen_.formula(text_.text(*row.start, 0), values_.at(id, 0), row.kind, look) : pen_.skip();
    for (std::size_t step = 1; step <= row.by_step.size(); ++step) {
      pen_.number(row.by_step[step - 1], row.kind, Look::typed);
    }
    if (row.each) {
      for (std::size_t step = 1; step <= parts_.ledger.steps; ++step) {
        const Formula& formula = step == 1 && row.first ? *row.first : *row.each;
        pen_.formula(text_.text(formula, step), values_.at(id, step), row.kind, look);
      }
    }
    pen_.next_row();
  }

  const WorkbookParts& parts_;
  LedgerValues& values_;
  FormulaText text_;
  Sheet sheet_;
  SheetPen pen_;
};

}  // namespace

Sheet calculation_sheet(const WorkbookParts& parts, LedgerValues& values) {
  return CalculationSheet(parts, values).make();
}

}  // namespace wayworth::reports
