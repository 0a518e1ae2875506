#include "reports/workbook/ledger_rows.hpp"

#include <fmt/format.h>

namespace wayworth::reports {

namespace {

constexpr double months_per_year = 12.0;

}  // namespace

LedgerRows::LedgerRows(const engine::Model& model) : model_(model) {
  ledger_.steps = model.time.steps;
  const std::span<const double> rates = model.discounting.rates.by_year();
  for (std::size_t year = 1; year <= rates.size(); ++year) {
    const bool is_last = year == rates.size();
    const std::string label =
        rates.size() == 1 ? "Discount rate" : fmt::format("Discount rate, {}year {}", is_last ? "from " : "", year);
    discount_rates_.push_back(certain(
        rates[year - 1], {"Settings", label, "finance.discount_rate", "a year, effective", NumberKind::share, {}}));
  }
  const bool is_mid = model.discounting.timing == engine::DiscountTiming::mid;
  heading("Time");
  step_ = add({.label = "Step", .kind = NumberKind::whole, .start = 0.0});
  edit(step_).each = before(step_) + 1.0;
  years_ = add({.label = "Years from the start to the beginning of the step"}, (step() - 1.0) / steps_per_year());
  end_months_ = add({.label = "Months from the start to the end of the step", .kind = NumberKind::months},
                    step() * months_per_step());
  edit(end_months_).start = edit(end_months_).each;
  const Formula when = (is_mid ? step() - 0.5 : step()) / steps_per_year();
  discount_factor_ =
      add({.label = "Discount factor",
           .note = is_mid ? "what flows in a step counts from its middle" : "what flows in a step counts from its end"},
          discounted_from_years(when));
  edit(discount_factor_).start = 1.0;
  ledger_.discount_factor = discount_factor_;
}

void LedgerRows::heading(const std::string& text) {
  add({.style = LedgerRow::Style::heading, .label = text});
}

RowId LedgerRows::add(LedgerRow row) {
  ledger_.rows.push_back(std::move(row));
  return static_cast<RowId>(ledger_.rows.size() - 1);
}

RowId LedgerRows::add(LedgerRow row, Formula formula) {
  row.is_pasted = std::holds_alternative<Formula::Pasted>(formula.node);
  (names_steps(formula) ? row.each : row.all_steps) = std::move(formula);
  return add(std::move(row));
}

Formula LedgerRows::value(RowId row) const {
  const LedgerRow& meant = ledger_.rows[index_of(row)];
  const bool is_for_all_steps = meant.all_steps && !meant.each;
  return Formula(Formula::Cell{row, {is_for_all_steps ? Place::Kind::all_steps : Place::Kind::same_entry, 0}});
}

Formula LedgerRows::at(RowId row, std::size_t entry) const {
  const LedgerRow& meant = ledger_.rows[index_of(row)];
  if (meant.all_steps && !meant.each) return value(row);
  return Formula(Formula::Cell{row, {Place::Kind::entry, entry}});
}

GivenId LedgerRows::add_input(LedgerInput input) {
  ledger_.inputs.push_back(std::move(input));
  return static_cast<GivenId>(ledger_.inputs.size() - 1);
}

Formula LedgerRows::draw(engine::InputId input, const FigureName& name) {
  if (const auto known = drawn_.find(input); known != drawn_.end()) return Formula(Formula::Given{known->second});
  const engine::Input& drawn = model_.inputs[engine::index_of(input)];
  const GivenId id = add_input({.source = LedgerInput::Source::drawn,
                                .group = name.group,
                                .label = name.label,
                                .path = drawn.path,
                                .unit = name.unit,
                                .kind = name.kind,
                                .provenance = name.provenance,
                                .input = input});
  drawn_.emplace(input, id);
  return Formula(Formula::Given{id});
}

GivenId LedgerRows::draws(engine::InputId first, const FigureName& name) {
  for (std::size_t i = 0; i < ledger_.steps; ++i) {
    FigureName of_step = name;
    of_step.label += fmt::format(", chance of step {}", i + 1);
    draw(static_cast<engine::InputId>(engine::index_of(first) + i), of_step);
  }
  return drawn_.at(first);
}

Formula LedgerRows::certain(double value, const FigureName& name) {
  return Formula(Formula::Given{add_input({.group = name.group,
                                           .label = name.label,
                                           .path = name.path,
                                           .unit = name.unit,
                                           .kind = name.kind,
                                           .provenance = name.provenance,
                                           .value = value})});
}

Formula LedgerRows::option_says(LedgerInput::Source source, engine::InitiativeId initiative) {
  const bool is_start = source == LedgerInput::Source::start;
  const std::string& name = engine::get(model_, initiative).name;
  return Formula(Formula::Given{add_input({.source = source,
                                           .group = name,
                                           .label = is_start ? "Planned start" : "Part of the option",
                                           .path = "",
                                           .unit = is_start ? "step" : "1 yes, 0 no",
                                           .kind = NumberKind::whole,
                                           .initiative = initiative})});
}

Formula LedgerRows::discounted_from_years(Formula years) const {
  if (discount_rates_.size() == 1) {
    return power(1.0 + discount_rates_.front(), apply(Operator::negate, {std::move(years)}));
  }
  Formula factor = 1.0;
  for (std::size_t year = 0; year < discount_rates_.size(); ++year) {
    // The part of its year that has passed; the last rate stays.
    Formula passed = greatest_of(years - static_cast<double>(year), 0.0);
    if (year + 1 < discount_rates_.size()) passed = least_of(std::move(passed), 1.0);
    factor = std::move(factor) * power(1.0 + discount_rates_[year], apply(Operator::negate, {std::move(passed)}));
  }
  return factor;
}

Formula LedgerRows::discounted_from(Formula months) const {
  return discounted_from_years(std::move(months) / months_per_year);
}

}  // namespace wayworth::reports
