#include "reports/workbook/ledger_values.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::reports {

namespace {

double in_option(const LedgerInput& input, const engine::Option& option) {
  const std::optional<std::size_t>& start = option.starts.at(engine::index_of(*input.initiative));
  if (input.source == LedgerInput::Source::included) return start ? 1.0 : 0.0;
  return static_cast<double>(start.value_or(1));
}

double computed_from(Operator op, const std::vector<double>& x) {
  switch (op) {
    case Operator::negate:
      return -x[0];
    case Operator::add:
      return x[0] + x[1];
    case Operator::subtract:
      return x[0] - x[1];
    case Operator::multiply:
      return x[0] * x[1];
    case Operator::divide:
      return x[0] / x[1];
    case Operator::power:
      return std::pow(x[0], x[1]);
    case Operator::less:
      return x[0] < x[1] ? 1.0 : 0.0;
    case Operator::less_equal:
      return x[0] <= x[1] ? 1.0 : 0.0;
    case Operator::greater:
      return x[0] > x[1] ? 1.0 : 0.0;
    case Operator::greater_equal:
      return x[0] >= x[1] ? 1.0 : 0.0;
    case Operator::equal:
      return x[0] == x[1] ? 1.0 : 0.0;
    case Operator::not_equal:
      return x[0] != x[1] ? 1.0 : 0.0;
    case Operator::all:
      return std::find(x.begin(), x.end(), 0.0) == x.end() ? 1.0 : 0.0;
    case Operator::minimum:
      return *std::min_element(x.begin(), x.end());
    case Operator::maximum:
      return *std::max_element(x.begin(), x.end());
    case Operator::absolute:
      return std::abs(x[0]);
    case Operator::exponential:
      return std::exp(x[0]);
    case Operator::logarithm:
      return std::log(x[0]);
    case Operator::square_root:
      return std::sqrt(x[0]);
    case Operator::round:
      return std::round(x[0]);
    case Operator::floor:
      return std::floor(x[0]);
    case Operator::sum: {
      engine::NeumaierSum total;
      for (const double one : x) total.add(one);
      return total.value();
    }
    case Operator::discounted: {
      const std::size_t flows = (x.size() - 1) / 2;
      engine::NeumaierSum total;
      for (std::size_t i = 0; i < flows; ++i) total.add(x[i] * std::exp(-x.back() * x[flows + i]));
      return total.value();
    }
    case Operator::choose:
      break;  // evaluates one of its branches only
  }
  throw std::logic_error("an operator without a value");
}

}  // namespace

std::vector<double> given_values(const Ledger& ledger, const engine::Model& model, const std::vector<double>& inputs,
                                 std::size_t option) {
  std::vector<double> values;
  for (const LedgerInput& input : ledger.inputs) {
    if (input.source == LedgerInput::Source::certain) {
      values.push_back(input.value);
    } else if (input.source == LedgerInput::Source::drawn) {
      values.push_back(inputs.at(engine::index_of(*input.input)));
    } else {
      values.push_back(in_option(input, model.options.at(option)));
    }
  }
  return values;
}

LedgerValues::LedgerValues(const Ledger& ledger, std::vector<double> given)
    : ledger_(ledger), given_(std::move(given)), cells_(ledger.rows.size()) {}

double LedgerValues::all_steps(RowId row) {
  std::optional<double>& known = cells_[index_of(row)].all_steps;
  if (!known) {
    const std::optional<Formula>& formula = get(ledger_, row).all_steps;
    if (!formula) throw std::logic_error("the row has no cell for all steps: " + get(ledger_, row).label);
    known = evaluate(*formula, 0);
  }
  return *known;
}

const Formula* LedgerValues::formula_at(const LedgerRow& row, std::size_t entry) const {
  if (entry == 0) return row.start ? &*row.start : nullptr;
  if (entry == 1 && row.first) return &*row.first;
  return row.each ? &*row.each : nullptr;
}

double LedgerValues::at(RowId id, std::size_t entry) {
  const LedgerRow& row = get(ledger_, id);
  const bool has_entries = row.each || !row.by_step.empty();
  if (!has_entries) return all_steps(id);
  if (!row.by_step.empty()) return entry == 0 ? 0.0 : row.by_step.at(entry - 1);
  std::vector<std::optional<double>>& entries = cells_[index_of(id)].entries;
  entries.resize(ledger_.steps + 1);
  if (!entries.at(entry)) {
    const Formula* formula = formula_at(row, entry);
    const double value = formula == nullptr ? 0.0 : evaluate(*formula, entry);  // an empty cell counts as 0
    entries[entry] = value;
  }
  return *entries[entry];
}

double LedgerValues::evaluate(const Formula& formula, std::size_t entry) {
  if (const auto* number = std::get_if<Formula::Number>(&formula.node)) return number->value;
  if (const auto* named = std::get_if<Formula::Given>(&formula.node)) return given(named->id);
  if (const auto* named = std::get_if<Formula::GivenOfStep>(&formula.node)) {
    return given(static_cast<GivenId>(index_of(named->first) + entry - 1));
  }
  if (const auto* cell = std::get_if<Formula::Cell>(&formula.node)) {
    switch (cell->place.kind) {
      case Place::Kind::all_steps:
        return all_steps(cell->row);
      case Place::Kind::same_entry:
        return at(cell->row, entry);
      case Place::Kind::entry_before:
        return at(cell->row, entry - 1);
      case Place::Kind::entry:
        return at(cell->row, cell->place.entry);
    }
  }
  if (const auto* pasted = std::get_if<Formula::Pasted>(&formula.node)) {
    std::vector<double> arguments;
    for (const Formula& argument : pasted->arguments) arguments.push_back(evaluate(argument, entry));
    return engine::evaluate(pasted->function, arguments);
  }
  return computed(std::get<Formula::Call>(formula.node), entry);
}

double LedgerValues::computed(const Formula::Call& call, std::size_t entry) {
  if (call.op == Operator::choose) {
    return evaluate(call.arguments[evaluate(call.arguments[0], entry) != 0.0 ? 1 : 2], entry);
  }
  std::vector<double> values;
  for (const Formula& argument : call.arguments) {
    const auto* range = std::get_if<Formula::Cells>(&argument.node);
    if (range == nullptr) {
      values.push_back(evaluate(argument, entry));
      continue;
    }
    for (std::size_t i = range->from; i <= range->to; ++i) values.push_back(at(range->row, i));
  }
  return computed_from(call.op, values);
}

}  // namespace wayworth::reports
