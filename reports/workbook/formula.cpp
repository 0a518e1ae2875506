#include "reports/workbook/formula.hpp"

#include <algorithm>
#include <utility>

namespace wayworth::reports {

namespace {

Formula call(Operator op, Formula a, Formula b) {
  return apply(op, {std::move(a), std::move(b)});
}

bool names_steps(const std::vector<Formula>& arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const Formula& one) { return reports::names_steps(one); });
}

}  // namespace

bool Formula::is_number(double value) const {
  const auto* number = std::get_if<Number>(&node);
  return number != nullptr && number->value == value;
}

Formula apply(Operator op, std::vector<Formula> arguments) {
  return Formula(Formula::Call{op, std::move(arguments)});
}

Formula operator+(Formula a, Formula b) {
  if (a.is_number(0.0)) return b;
  if (b.is_number(0.0)) return a;
  return call(Operator::add, std::move(a), std::move(b));
}

Formula operator-(Formula a, Formula b) {
  if (b.is_number(0.0)) return a;
  return call(Operator::subtract, std::move(a), std::move(b));
}

Formula operator*(Formula a, Formula b) {
  if (a.is_number(1.0)) return b;
  if (b.is_number(1.0)) return a;
  return call(Operator::multiply, std::move(a), std::move(b));
}

Formula operator/(Formula a, Formula b) {
  if (b.is_number(1.0)) return a;
  return call(Operator::divide, std::move(a), std::move(b));
}

Formula power(Formula base, Formula exponent) {
  return call(Operator::power, std::move(base), std::move(exponent));
}

Formula least_of(Formula a, Formula b) {
  return call(Operator::minimum, std::move(a), std::move(b));
}

Formula greatest_of(Formula a, Formula b) {
  return call(Operator::maximum, std::move(a), std::move(b));
}

Formula compare(Operator op, Formula a, Formula b) {
  return call(op, std::move(a), std::move(b));
}

Formula if_else(Formula condition, Formula then, Formula otherwise) {
  return apply(Operator::choose, {std::move(condition), std::move(then), std::move(otherwise)});
}

Formula discounted(RowId flow, RowId times, std::size_t last_entry, Formula rate) {
  return apply(Operator::discounted, {Formula(Formula::Cells{flow, 0, last_entry}),
                                      Formula(Formula::Cells{times, 0, last_entry}), std::move(rate)});
}

Formula sum_of(RowId row, std::size_t from, std::size_t to) {
  return apply(Operator::sum, {Formula(Formula::Cells{row, from, to})});
}

bool names_steps(const Formula& formula) {
  if (std::holds_alternative<Formula::GivenOfStep>(formula.node)) return true;
  if (const auto* cell = std::get_if<Formula::Cell>(&formula.node)) {
    return cell->place.kind == Place::Kind::same_entry || cell->place.kind == Place::Kind::entry_before;
  }
  if (const auto* called = std::get_if<Formula::Call>(&formula.node)) return names_steps(called->arguments);
  if (const auto* pasted = std::get_if<Formula::Pasted>(&formula.node)) return names_steps(pasted->arguments);
  return false;
}

}  // namespace wayworth::reports
