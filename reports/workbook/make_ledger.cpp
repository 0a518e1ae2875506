#include "reports/workbook/make_ledger.hpp"

#include <algorithm>

#include "reports/workbook/ledger_returns.hpp"
#include "reports/workbook/ledger_segments.hpp"
#include "reports/workbook/ledger_statement.hpp"

namespace wayworth::reports {

namespace {

using engine::InitiativeId;

/// Those that are part of any option.
std::vector<InitiativeId> planned_initiatives(const engine::Model& model) {
  std::vector<InitiativeId> planned;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const bool is_planned = std::any_of(model.options.begin(), model.options.end(),
                                        [i](const engine::Option& option) { return option.starts[i].has_value(); });
    if (is_planned) planned.push_back(static_cast<InitiativeId>(i));
  }
  return planned;
}

/// What nothing in the calculation names is listed all the same: of initiatives that no option has.
void add_unused_inputs(LedgerRows& rows) {
  const engine::Model& model = rows.model();
  for (std::size_t i = 0; i < model.inputs.size(); ++i) {
    rows.draw(static_cast<engine::InputId>(i), {"Not used by any option", model.inputs[i].path, ""});
  }
}

}  // namespace

Ledger make_ledger(const engine::Model& model) {
  LedgerRows rows(model);
  LedgerFigures figures(rows);
  LedgerInitiatives initiatives(rows, figures);
  LedgerStatement statement(rows, figures, initiatives);
  rows.ledger().initiatives = planned_initiatives(model);
  rows.heading("The business today");
  for (std::size_t i = 0; i < model.drivers.size(); ++i) {
    figures.driver(static_cast<engine::DriverId>(i), Business::today);
  }
  for (std::size_t i = 0; i < model.streams.size(); ++i) {
    figures.stream(static_cast<engine::StreamId>(i), Business::today);
  }
  for (std::size_t i = 0; i < model.stocks.size(); ++i) {
    figures.stock(static_cast<engine::StockId>(i), Business::today);
  }
  rows.heading("When the initiatives come to life");
  for (const InitiativeId id : rows.ledger().initiatives) initiatives.add_timing(id);
  rows.heading("The business with the initiatives, where they change it");
  for (std::size_t i = 0; i < model.drivers.size(); ++i) {
    figures.driver(static_cast<engine::DriverId>(i), Business::with_initiatives);
  }
  for (std::size_t i = 0; i < model.streams.size(); ++i) {
    figures.stream(static_cast<engine::StreamId>(i), Business::with_initiatives);
  }
  rows.heading("What the streams gain");
  statement.add_streams();
  rows.heading("What the initiatives bring by themselves, and cost");
  for (const InitiativeId id : rows.ledger().initiatives) {
    initiatives.add_benefits(id);
    initiatives.add_costs(id);
  }
  rows.heading("Cash flow of the programme");
  statement.add_cash_flow();
  statement.add_measures();
  add_internal_rate(rows);
  add_segments(rows, figures);
  add_unused_inputs(rows);
  return std::move(rows.ledger());
}

}  // namespace wayworth::reports
