#include "reports/workbook/ledger_returns.hpp"

#include <cmath>
#include <limits>

namespace wayworth::reports {

namespace {

const double lowest = std::log(0.01);       ///< continuous rates: of -99 % a year
const double highest = std::log(11.0);      ///< of 1,000 %
constexpr std::size_t least_halvings = 50;  ///< leave an interval of 6e-15

/// Years from the start to the flow of each entry.
RowId add_times(LedgerRows& rows) {
  const bool is_mid = rows.model().discounting.timing == engine::DiscountTiming::mid;
  const RowId row = rows.add({.label = "Years from the start to the flow", .unit = "year"});
  rows.edit(row).start = 0.0;
  rows.edit(row).each = (is_mid ? rows.step() - 0.5 : rows.step()) / rows.steps_per_year();
  return row;
}

}  // namespace

void add_internal_rate(LedgerRows& rows) {
  Ledger& ledger = rows.ledger();
  const std::size_t steps = ledger.steps;
  const RowId net = ledger.flows[static_cast<std::size_t>(engine::FlowLine::net)];
  const RowId times = add_times(rows);
  const auto worth_at = [&](Formula rate) { return discounted(net, times, steps, std::move(rate)); };
  const RowId at_lowest = rows.add({.label = "Net cash at the lowest rate looked at, present value",
                                    .unit = rows.model().currency,
                                    .note = "-99 % a year",
                                    .kind = NumberKind::money},
                                   worth_at(lowest));
  const RowId at_highest = rows.add({.label = "Net cash at the highest rate looked at, present value",
                                     .unit = rows.model().currency,
                                     .note = "1,000 % a year",
                                     .kind = NumberKind::money},
                                    worth_at(highest));
  const Formula upwards = if_else(compare(Operator::greater, rows.value(at_lowest), rows.value(at_highest)), 1.0, -1.0);
  const RowId direction =
      rows.add({.label = "Search of the internal rate: 1 where it rises, if worth more than 0"}, upwards);
  Formula from = (lowest + highest) / 2.0;
  for (std::size_t halvings = 0; halvings < least_halvings; halvings += steps) {
    const RowId search = rows.add({.label = "Search of the internal rate, continuous",
                                   .unit = "1/year",
                                   .note = "each step half as far as the one before"});
    const Formula halving = Formula(static_cast<double>(halvings + 1)) + rows.step();
    const Formula by = rows.value(direction) * (highest - lowest) / power(2.0, halving);
    const Formula before = LedgerRows::before(search);
    rows.edit(search).start = from;
    rows.edit(search).each =
        before + if_else(compare(Operator::greater, worth_at(before), 0.0), by, apply(Operator::negate, {by}));
    from = rows.in_last_step(search);
  }
  const Formula changes_sign = apply(
      Operator::all, {compare(Operator::less, least_of(rows.value(at_lowest), rows.value(at_highest)), 0.0),
                      compare(Operator::greater, greatest_of(rows.value(at_lowest), rows.value(at_highest)), 0.0)});
  ledger.internal_rate = rows.add(
      {.style = LedgerRow::Style::result,
       .label = "IRR",
       .unit = "1/year",
       .note = "of the net cash, effective a year; where several rates make its present value 0, one of them",
       .kind = NumberKind::share},
      if_else(changes_sign, apply(Operator::exponential, {from}) - 1.0, std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace wayworth::reports
