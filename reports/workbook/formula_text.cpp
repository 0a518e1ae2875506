#include "reports/workbook/formula_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "reports/workbook/book.hpp"

namespace wayworth::reports {

namespace {

/// How an operator is written, and how tightly it binds. Excel takes -2^2 for (-2)^2, so what is under a power is put
/// into brackets unless it is a single word.
struct Notation {
  const char* name;
  enum Form { infix, prefix, function } form;
  int binding;
};

constexpr int binds_comparison = 1;
constexpr int binds_sum = 2;
constexpr int binds_product = 3;
constexpr int binds_sign = 4;
constexpr int binds_power = 5;
constexpr int binds_word = 6;

/// In the order of Operator.
constexpr std::array<Notation, 24> notations = {{
    {"-", Notation::prefix, binds_sign},       {"+", Notation::infix, binds_sum},
    {"-", Notation::infix, binds_sum},         {"*", Notation::infix, binds_product},
    {"/", Notation::infix, binds_product},     {"^", Notation::infix, binds_power},
    {"<", Notation::infix, binds_comparison},  {"<=", Notation::infix, binds_comparison},
    {">", Notation::infix, binds_comparison},  {">=", Notation::infix, binds_comparison},
    {"=", Notation::infix, binds_comparison},  {"<>", Notation::infix, binds_comparison},
    {"IF", Notation::function, binds_word},    {"AND", Notation::function, binds_word},
    {"MIN", Notation::function, binds_word},   {"MAX", Notation::function, binds_word},
    {"ABS", Notation::function, binds_word},   {"EXP", Notation::function, binds_word},
    {"LN", Notation::function, binds_word},    {"SQRT", Notation::function, binds_word},
    {"ROUND", Notation::function, binds_word}, {"INT", Notation::function, binds_word},
    {"SUM", Notation::function, binds_word},   {"SUMPRODUCT", Notation::function, binds_word},
}};

const Notation& notation_of(Operator op) {
  return notations.at(static_cast<std::size_t>(op));
}

std::string number_text(double value) {
  if (std::isnan(value)) return "\"undefined\"";
  if (std::isinf(value)) return value > 0 ? "\"never\"" : "\"without limit\"";
  std::string text = fmt::format("{}", value);
  for (char& letter : text) letter = letter == 'e' ? 'E' : letter;
  return text;
}

bool is_comparison(const Formula& formula) {
  const auto* call = std::get_if<Formula::Call>(&formula.node);
  return call != nullptr && (notation_of(call->op).binding == binds_comparison || call->op == Operator::all);
}

int binding_of(const Formula& formula) {
  if (const auto* call = std::get_if<Formula::Call>(&formula.node)) return notation_of(call->op).binding;
  if (const auto* number = std::get_if<Formula::Number>(&formula.node)) {
    return number->value < 0 ? binds_sign : binds_word;
  }
  return binds_word;
}

}  // namespace

std::string column_of(std::size_t entry) {
  return column_letters(entry == for_all_steps ? all_steps_column : start_column + entry);
}

std::string FormulaText::cell(const Formula::Cell& cell, std::size_t entry) const {
  const std::size_t row = places_.first_row + index_of(cell.row);
  switch (cell.place.kind) {
    case Place::Kind::all_steps:
      return fmt::format("${}{}", column_of(for_all_steps), row);
    case Place::Kind::same_entry:
      return fmt::format("{}{}", column_of(entry), row);
    case Place::Kind::entry_before:
      return fmt::format("{}{}", column_of(entry - 1), row);
    case Place::Kind::entry:
      break;
  }
  return fmt::format("${}{}", column_of(cell.place.entry), row);
}

std::string FormulaText::nested(const Formula& formula, std::size_t entry, int binding) {
  // A comparison is 1 or 0 here; a spreadsheet's TRUE and FALSE are not always.
  const std::string inner = is_comparison(formula) ? "IF(" + text(formula, entry) + ",1,0)" : text(formula, entry);
  if (is_comparison(formula) || binding_of(formula) >= binding) return inner;
  return "(" + inner + ")";
}

std::string FormulaText::called(const Formula::Call& call, std::size_t entry) {
  const Notation& notation = notation_of(call.op);
  const std::vector<Formula>& arguments = call.arguments;
  if (notation.form == Notation::prefix) return notation.name + nested(arguments[0], entry, binds_word);
  if (notation.form == Notation::infix) {
    const bool is_power = call.op == Operator::power;
    const bool right_must_bind_more = call.op != Operator::add && notation.binding != binds_comparison;
    return nested(arguments[0], entry, is_power ? binds_word : notation.binding) + notation.name +
           nested(arguments[1], entry, is_power ? binds_word : notation.binding + (right_must_bind_more ? 1 : 0));
  }
  if (call.op == Operator::discounted) {
    return fmt::format("{}({},EXP(-{}*{}))", notation.name, text(arguments[0], entry),
                       nested(arguments[2], entry, binds_word), text(arguments[1], entry));
  }
  const bool takes_comparisons = call.op == Operator::all;
  std::string list;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const bool is_condition = takes_comparisons || (call.op == Operator::choose && i == 0);
    if (i > 0) list += ",";
    if (is_condition && !is_comparison(arguments[i])) {
      list += nested(arguments[i], entry, binds_sum) + "<>0";
    } else {
      list += is_condition ? text(arguments[i], entry) : nested(arguments[i], entry, 0);
    }
  }
  if (call.op == Operator::round) list += ",0";
  return fmt::format("{}({})", notation.name, list);
}

std::string FormulaText::pasted(const Formula::Pasted& pasted, std::size_t entry) {
  std::string conditions;
  std::vector<double> values;
  for (const Formula& argument : pasted.arguments) {
    values.push_back(values_.evaluate(argument, entry));
    if (std::holds_alternative<Formula::Number>(argument.node)) continue;
    conditions += fmt::format("{}ABS({}-{})<={}", conditions.empty() ? "" : ",", nested(argument, entry, binds_sum),
                              nested(values.back(), entry, binds_word),
                              number_text(1e-9 * std::max(std::abs(values.back()), 1e-300)));
  }
  const std::string value = number_text(engine::evaluate(pasted.function, values));
  return conditions.empty() ? value : fmt::format("IF(AND({}),{},NA())", conditions, value);
}

std::string FormulaText::text(const Formula& formula, std::size_t entry) {
  if (const auto* number = std::get_if<Formula::Number>(&formula.node)) return number_text(number->value);
  if (const auto* given = std::get_if<Formula::Given>(&formula.node)) return places_.input_names[index_of(given->id)];
  if (const auto* given = std::get_if<Formula::GivenOfStep>(&formula.node)) {
    return places_.input_names[index_of(given->first) + entry - 1];
  }
  if (const auto* one = std::get_if<Formula::Cell>(&formula.node)) return cell(*one, entry);
  if (const auto* range = std::get_if<Formula::Cells>(&formula.node)) {
    const std::size_t row = places_.first_row + index_of(range->row);
    return fmt::format("${}{}:${}{}", column_of(range->from), row, column_of(range->to), row);
  }
  if (const auto* value = std::get_if<Formula::Pasted>(&formula.node)) return pasted(*value, entry);
  return called(std::get<Formula::Call>(formula.node), entry);
}

}  // namespace wayworth::reports
