#pragma once

#include <vector>

#include "reports/workbook/ledger_initiatives.hpp"

namespace wayworth::reports {

/// From streams, benefits and costs to the cash flow of the programme, its present values and its measures.
class LedgerStatement {
public:
  LedgerStatement(LedgerRows& rows, LedgerFigures& figures, const LedgerInitiatives& initiatives)
      : rows_(rows), figures_(figures), initiatives_(initiatives), model_(rows.model()) {}

  void add_streams();
  void add_cash_flow();
  void add_measures();

private:
  struct StreamRows {
    engine::StreamKind kind;
    RowId economic{};
    RowId cash{};
  };
  struct Staff {
    Formula today, with;  ///< in the last step
    Formula cashable;
  };

  void add_stream(engine::StreamId id);
  Formula price(engine::StreamId id, Business business);
  RowId staff(engine::StreamId id, Business business);
  void add_severance(engine::StreamId id);
  RowId add_line(const std::string& label, Formula formula, LedgerRow::Style style = LedgerRow::Style::total);
  RowId add_taxes(const std::string& of, RowId net_before_tax);
  RowId present_value(RowId line);
  RowId terminal_value(const std::string& of, RowId net_before_tax);
  Formula last_year(RowId line);
  Formula total(RowId line);
  RowId set(engine::Measure measure, Formula formula);
  void add_payback(engine::Measure measure, RowId cumulative, RowId flow);
  RowId& flow(engine::FlowLine line);
  [[nodiscard]] Formula measure(engine::Measure measure);

  LedgerRows& rows_;
  LedgerFigures& figures_;
  const LedgerInitiatives& initiatives_;
  const engine::Model& model_;
  std::vector<StreamRows> streams_;
  std::vector<Staff> staff_;
  std::vector<RowId> severances_;
  std::vector<RowId> discounted_;  ///< by FlowLine, as far as measures need it
  RowId one_off_discounted_{};
  RowId net_before_tax_{}, cash_net_before_tax_{};
  Formula tax_rate_ = 0.0;
  Formula terminal_rate_ = 0.0;
};

}  // namespace wayworth::reports
