#include "reports/workbook/ledger_segments.hpp"

namespace wayworth::reports {

namespace {

using engine::Segment;

class SegmentRows {
public:
  SegmentRows(LedgerRows& rows, LedgerFigures& figures, const Segment& segment, Business business)
      : rows_(rows), figures_(figures), segment_(segment), business_(business) {}

  void add() {
    const RowId customers = result("customers in the last step", "customer", NumberKind::figure,
                                   rows_.in_last_step(figures_.stock(segment_.customers, business_)));
    if (!segment_.margin) return;
    const std::string& currency = rows_.model().currency;
    const RowId value = result("lifetime value of a customer", currency + "/customer", NumberKind::money, lifetime());
    result("lifetime value of all customers", currency, NumberKind::money, rows_.value(customers) * rows_.value(value));
  }

private:
  /// Without end m r / (1 + d - r), times (1 + d) / r when the first margin counts at once; of T margins the share
  /// 1 - (r / (1 + d))^T of that. r and d are retention and discount rate of a period.
  Formula lifetime() {
    const RowId retention = plain("retention a period", "share", NumberKind::share, 1.0 - in_last_step(segment_.churn));
    const RowId growth = plain("1 + discount rate a period", "factor", NumberKind::figure,
                               power(1.0 + rows_.discount_rate(), segment_.period_years));
    const Formula margin = in_last_step(*segment_.margin) * segment_.margin_a_period;
    const Formula r = rows_.value(retention);
    const Formula g = rows_.value(growth);
    const Formula without_end = margin * (segment_.first_margin_now ? g : r) / (g - r);
    if (!segment_.lifetime_years) return without_end;
    return without_end * (1.0 - power(r / g, *segment_.lifetime_years / segment_.period_years));
  }

  Formula in_last_step(engine::DriverId driver) { return rows_.in_last_step(figures_.driver(driver, business_)); }

  RowId result(const std::string& what, const std::string& unit, NumberKind kind, Formula formula) {
    return rows_.add({.style = LedgerRow::Style::result, .label = label(what), .unit = unit, .kind = kind},
                     std::move(formula));
  }

  RowId plain(const std::string& what, const std::string& unit, NumberKind kind, Formula formula) {
    return rows_.add({.label = label(what), .unit = unit, .kind = kind}, std::move(formula));
  }

  [[nodiscard]] std::string label(const std::string& what) const {
    return label_of(segment_.name + ": " + what, business_);
  }

  LedgerRows& rows_;
  LedgerFigures& figures_;
  const Segment& segment_;
  Business business_;
};

}  // namespace

void add_segments(LedgerRows& rows, LedgerFigures& figures) {
  if (rows.model().segments.empty()) return;
  rows.heading("What customers are worth: no part of the cash flow");
  for (const Segment& segment : rows.model().segments) {
    for (const Business business : {Business::today, Business::with_initiatives}) {
      SegmentRows(rows, figures, segment, business).add();
    }
  }
}

}  // namespace wayworth::reports
