#include "reports/workbook/ledger_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace wayworth::reports {

namespace {

using engine::Expression;

/// The functions that a spreadsheet has, in the order of engine::Function; clamp is made of two.
constexpr std::array spreadsheet_operators = {
    Operator::negate,  Operator::add,       Operator::subtract,    Operator::multiply,  Operator::divide,
    Operator::power,   Operator::less,      Operator::less_equal,  Operator::greater,   Operator::greater_equal,
    Operator::equal,   Operator::not_equal, Operator::choose,      Operator::minimum,   Operator::maximum,
    Operator::maximum, Operator::absolute,  Operator::exponential, Operator::logarithm, Operator::square_root,
    Operator::round,   Operator::floor};

const Expression::Number* as_number(const Expression& expression) {
  return std::get_if<Expression::Number>(&expression.node);
}

/// x ^ 0 is 1 for every x; a spreadsheet takes 0 ^ 0 for an error.
Formula safe_power(Formula base, Formula exponent) {
  const auto* known = std::get_if<Formula::Number>(&exponent.node);
  if (known != nullptr && known->value != 0.0) return power(std::move(base), std::move(exponent));
  return if_else(compare(Operator::equal, exponent, 0.0), 1.0, power(std::move(base), exponent));
}

}  // namespace

std::string label_of(const std::string& name, Business business) {
  return business == Business::today ? name : name + ", with the initiatives";
}

LedgerFigures::LedgerFigures(LedgerRows& rows) : rows_(rows), model_(rows.model()) {
  driver_moves_.assign(model_.drivers.size(), false);
  stream_moves_.assign(model_.streams.size(), false);
  stock_moves_.assign(model_.stocks.size(), false);
  for (auto& known : drivers_) known.resize(model_.drivers.size());
  for (auto& known : streams_) known.resize(model_.streams.size());
  for (auto& known : stocks_) known.resize(model_.stocks.size());
  adoptions_.resize(model_.initiatives.size());
}

void LedgerFigures::set_adoption(engine::InitiativeId initiative, RowId adoption) {
  adoptions_[engine::index_of(initiative)] = adoption;
  find_what_moves();
}

bool LedgerFigures::has_effect(const Target& target) const {
  for (std::size_t i = 0; i < adoptions_.size(); ++i) {
    if (!adoptions_[i]) continue;
    const auto& effects = model_.initiatives[i].effects;
    if (std::any_of(effects.begin(), effects.end(), [&](const auto& one) { return one.target == target; })) return true;
  }
  return false;
}

bool LedgerFigures::moves(const Expression& expression) const {
  if (const auto* named = std::get_if<Expression::DriverValue>(&expression.node)) return moves(named->driver);
  if (const auto* named = std::get_if<Expression::StreamValue>(&expression.node)) return moves(named->stream);
  if (const auto* named = std::get_if<Expression::StockValue>(&expression.node)) return moves(named->stock);
  const auto* call = std::get_if<Expression::Call>(&expression.node);
  return call != nullptr && std::any_of(call->arguments.begin(), call->arguments.end(),
                                        [this](const Expression& one) { return moves(one); });
}

/// Names may go round in a circle through the step before, so it is looked for until nothing new moves.
void LedgerFigures::find_what_moves() {
  bool found_more = true;
  const auto mark = [&found_more](std::vector<bool>& marks, std::size_t i, bool is_moving) {
    if (marks[i] || !is_moving) return;
    marks[i] = true;
    found_more = true;
  };
  while (found_more) {
    found_more = false;
    for (std::size_t i = 0; i < model_.drivers.size(); ++i) {
      const engine::Driver& driver = model_.drivers[i];
      const auto id = static_cast<engine::DriverId>(i);
      mark(driver_moves_, i, has_effect(id) || moves(driver.value) || moves(driver.annual_growth));
    }
    for (const engine::Link& link : model_.links) {
      mark(driver_moves_, engine::index_of(link.target),
           std::any_of(link.causes.begin(), link.causes.end(), [this](engine::DriverId one) { return moves(one); }));
    }
    for (std::size_t i = 0; i < model_.streams.size(); ++i) {
      mark(stream_moves_, i, has_effect(static_cast<engine::StreamId>(i)) || moves(model_.streams[i].value));
    }
    for (std::size_t i = 0; i < model_.stocks.size(); ++i) {
      const engine::Stock& stock = model_.stocks[i];
      mark(stock_moves_, i, moves(stock.kept) || moves(stock.added) || (stock.floor && moves(*stock.floor)));
    }
  }
}

RowId LedgerFigures::driver(engine::DriverId id, Business business) {
  if (!moves(id)) business = Business::today;
  std::optional<RowId>& known = drivers_[static_cast<std::size_t>(business)][engine::index_of(id)];
  if (known) return *known;
  const engine::Driver& driver = model_.drivers[engine::index_of(id)];
  const std::string path = "drivers." + driver.key;
  const FigureName name{"Drivers", driver.name, path, driver.unit, NumberKind::figure, driver.provenance};
  const FigureName growth{"Drivers", driver.name + ", growth", path + ".growth", "a year", NumberKind::share, {}};
  const std::string label = label_of(driver.name, business);
  const bool has_limits = std::isfinite(driver.minimum) || std::isfinite(driver.maximum);
  const bool starts_from_today =
      business == Business::with_initiatives && !has_limits && !moves(driver.value) && !moves(driver.annual_growth);
  Formula value =
      starts_from_today ? rows_.value(this->driver(id, Business::today)) : figure(driver.value, business, name);
  const auto* constant_growth = as_number(driver.annual_growth);
  if (!starts_from_today && (constant_growth == nullptr || constant_growth->value != 0.0)) {
    value = std::move(value) * power(1.0 + figure(driver.annual_growth, business, growth), rows_.years());
  }
  if (business == Business::with_initiatives) value = with_effects(with_links(std::move(value), id, label), id, label);
  if (std::isfinite(driver.minimum)) value = greatest_of(std::move(value), driver.minimum);
  if (std::isfinite(driver.maximum)) value = least_of(std::move(value), driver.maximum);
  known = rows_.add({.label = label, .unit = driver.unit, .note = driver.provenance.as_typed}, std::move(value));
  return *known;
}

RowId LedgerFigures::stream(engine::StreamId id, Business business) {
  if (!moves(id)) business = Business::today;
  std::optional<RowId>& known = streams_[static_cast<std::size_t>(business)][engine::index_of(id)];
  if (known) return *known;
  const engine::Stream& stream = model_.streams[engine::index_of(id)];
  const bool is_staff = stream.kind == engine::StreamKind::fte;
  const FigureName name{"Streams", stream.name, "streams." + stream.key + ".formula",
                        is_staff ? "FTE" : model_.currency + "/year"};
  const std::string label = label_of(stream.name, business);
  const bool starts_from_today = business == Business::with_initiatives && !moves(stream.value);
  Formula value =
      starts_from_today ? rows_.value(this->stream(id, Business::today)) : figure(stream.value, business, name);
  if (business == Business::with_initiatives) value = with_effects(std::move(value), id, label);
  known = rows_.add({.label = label,
                     .unit = name.unit,
                     .note = stream.formula,
                     .kind = is_staff ? NumberKind::fte : NumberKind::money},
                    std::move(value));
  return *known;
}

RowId LedgerFigures::stock(engine::StockId id, Business business) {
  if (!moves(id)) business = Business::today;
  std::optional<RowId>& known = stocks_[static_cast<std::size_t>(business)][engine::index_of(id)];
  if (known) return *known;
  const engine::Stock& stock = model_.stocks[engine::index_of(id)];
  const auto name = [&](const char* part) {
    return FigureName{"Customers and staff", stock.key + ", " + part, stock.key, ""};
  };
  known = rows_.add({.label = label_of(stock.key, business),
                     .note = "at the end of the step: what it was before, times what is kept, plus what is added"});
  const RowId row = *known;
  rows_.edit(row).each = 0.0;  // so that what names it knows that it has a cell for each step
  Formula initial = figure_at_first(stock.initial, name("at first"));
  Formula moved =
      rows_.before(row) * figure(stock.kept, business, name("kept")) + figure(stock.added, business, name("added"));
  if (stock.floor) moved = greatest_of(std::move(moved), figure(*stock.floor, business, name("at least")));
  rows_.edit(row).start = std::move(initial);
  rows_.edit(row).each = std::move(moved);
  return row;
}

Formula LedgerFigures::certain(const Expression& expression, double value, const FigureName& name) {
  const auto known = own_cells_.find(&expression);
  if (known != own_cells_.end()) return known->second;
  return own_cells_.emplace(&expression, rows_.certain(value, name)).first->second;
}

Formula LedgerFigures::figure(const Expression& expression, Business business, const FigureName& name) {
  if (const auto* number = as_number(expression)) return certain(expression, number->value, name);
  return translate(expression, {business, name, false});
}

Formula LedgerFigures::figure_at_first(const Expression& expression, const FigureName& name) {
  if (const auto* number = as_number(expression)) return certain(expression, number->value, name);
  return translate(expression, {Business::today, name, true});
}

Formula LedgerFigures::in_context(RowId row, const Context& context) const {
  return context.is_first_step ? rows_.at(row, 1) : rows_.value(row);
}

Formula LedgerFigures::translate(const Expression& expression, const Context& context) {
  if (const auto* number = as_number(expression)) return number->value;
  if (const auto* drawn = std::get_if<Expression::Draw>(&expression.node)) {
    return rows_.draw(drawn->input, context.name);
  }
  if (const auto* named = std::get_if<Expression::DriverValue>(&expression.node)) {
    return in_context(driver(named->driver, context.business), context);
  }
  if (const auto* named = std::get_if<Expression::StreamValue>(&expression.node)) {
    return in_context(stream(named->stream, context.business), context);
  }
  if (const auto* named = std::get_if<Expression::StockValue>(&expression.node)) {
    const RowId row = stock(named->stock, context.business);
    const bool is_after = named->moment == engine::StockMoment::after;
    if (context.is_first_step) return rows_.at(row, is_after ? 1 : 0);
    return is_after ? rows_.value(row) : rows_.before(row);
  }
  if (const auto* known = std::get_if<Expression::StepValue>(&expression.node)) {
    if (context.is_first_step) return known->by_step.front();
    const auto own = own_cells_.find(&expression);
    if (own != own_cells_.end()) return own->second;
    const RowId row = rows_.add({.label = context.name.label + ", by step", .by_step = known->by_step});
    return own_cells_.emplace(&expression, rows_.value(row)).first->second;
  }
  if (const auto* drawn = std::get_if<Expression::StepDraw>(&expression.node)) {
    const GivenId first = rows_.draws(drawn->first, context.name);
    return context.is_first_step ? Formula(Formula::Given{first}) : Formula(Formula::GivenOfStep{first});
  }
  if (std::holds_alternative<Expression::StepNumber>(expression.node)) {
    return context.is_first_step ? Formula(1.0) : rows_.step();
  }
  if (std::holds_alternative<Expression::Year>(expression.node)) {
    return context.is_first_step ? Formula(0.0) : rows_.years();
  }
  return translate_call(std::get<Expression::Call>(expression.node), context);
}

Formula LedgerFigures::translate_call(const Expression::Call& call, const Context& context) {
  std::vector<Formula> x;
  for (const Expression& argument : call.arguments) x.push_back(translate(argument, context));
  if (call.function == engine::Function::agents_at_occupancy) return x[0] / x[1];
  if (call.function == engine::Function::whole_agents_at_occupancy) {  // rounded up, as agents_at_occupancy does
    const Formula short_of = apply(Operator::negate, {x[0] / x[1] - 1e-9});
    return apply(Operator::negate, {apply(Operator::floor, {short_of})});
  }
  const auto place = static_cast<std::size_t>(call.function);
  if (place >= spreadsheet_operators.size()) {
    const Formula pasted(Formula::Pasted{call.function, std::move(x)});
    const RowId row = rows_.add({.label = context.name.label + ": " + engine::traits_of(call.function).name,
                                 .note = "a value, not a formula: no spreadsheet function computes it"},
                                pasted);
    return rows_.value(row);
  }
  if (call.function == engine::Function::clamp) return least_of(greatest_of(x[0], x[1]), x[2]);
  if (call.function == engine::Function::power) return safe_power(x[0], x[1]);
  return apply(spreadsheet_operators[place], std::move(x));
}

std::string LedgerFigures::name_of_target(const Target& target) const {
  if (const auto* driver = std::get_if<engine::DriverId>(&target))
    return model_.drivers[engine::index_of(*driver)].name;
  return model_.streams[engine::index_of(std::get<engine::StreamId>(target))].name;
}

FigureName LedgerFigures::effect_name(const engine::Initiative& initiative, const engine::Effect& effect) const {
  std::string key;
  std::string unit = "share";
  if (const auto* driver = std::get_if<engine::DriverId>(&effect.target)) {
    key = model_.drivers[engine::index_of(*driver)].key;
    if (effect.kind != engine::EffectKind::change) unit = model_.drivers[engine::index_of(*driver)].unit;
  } else {
    key = model_.streams[engine::index_of(std::get<engine::StreamId>(effect.target))].key;
    if (effect.kind != engine::EffectKind::change) unit = "";
  }
  const bool is_change = effect.kind == engine::EffectKind::change;
  const char* verb = is_change ? "Change of " : effect.kind == engine::EffectKind::add ? "Added to " : "Target of ";
  return {initiative.name,
          verb + name_of_target(effect.target),
          "initiatives." + initiative.key + ".effects." + key,
          unit,
          is_change ? NumberKind::share : NumberKind::figure,
          effect.provenance};
}

Formula LedgerFigures::effect_amount(engine::InitiativeId id, std::size_t effect) {
  const engine::Initiative& initiative = engine::get(model_, id);
  const FigureName name = effect_name(initiative, initiative.effects[effect]);
  const RowId row = rows_.add({.label = name.label + " by " + initiative.name,
                               .unit = name.unit,
                               .note = name.provenance.as_typed,
                               .kind = name.kind},
                              figure(initiative.effects[effect].amount, Business::today, name));
  return rows_.value(row);
}

/// Relative effects multiply, then absolute ones add, then targets pull, as in engine/execute/reference_step.cpp.
Formula LedgerFigures::with_effects(Formula base, const Target& target, const std::string& label) {
  Formula x = std::move(base);
  for (const engine::EffectKind kind : {engine::EffectKind::change, engine::EffectKind::add, engine::EffectKind::set}) {
    for (std::size_t i = 0; i < adoptions_.size(); ++i) {
      if (!adoptions_[i]) continue;
      const std::vector<engine::Effect>& effects = model_.initiatives[i].effects;
      for (std::size_t j = 0; j < effects.size(); ++j) {
        if (effects[j].kind != kind || effects[j].target != target) continue;
        const Formula amount = effect_amount(static_cast<engine::InitiativeId>(i), j);
        const Formula adoption = rows_.value(*adoptions_[i]);
        if (kind == engine::EffectKind::change) x = std::move(x) * (1.0 + adoption * amount);
        if (kind == engine::EffectKind::add) x = std::move(x) + adoption * amount;
        if (kind == engine::EffectKind::set) {
          const RowId before = rows_.add({.label = label + ", before " + model_.initiatives[i].name}, std::move(x));
          x = rows_.value(before) + adoption * (amount - rows_.value(before));
        }
      }
    }
  }
  return x;
}

/// As in engine/execute/reference_step.cpp.
Formula LedgerFigures::with_links(Formula base, engine::DriverId target, const std::string& label) {
  Formula x = std::move(base);
  for (const engine::Link& link : model_.links) {
    if (link.target != target) continue;
    const std::string path = "links." + link.key;
    const auto cause = [&](std::size_t i, Business business) { return rows_.value(driver(link.causes[i], business)); };
    const auto coefficient = [&](std::size_t i) {
      const FigureName name{"Links", link.name + ", coefficient", path, "", NumberKind::figure, link.provenance};
      return figure(link.coefficients[i], Business::today, name);
    };
    const RowId before = rows_.add({.label = label + ", before the link " + link.name}, std::move(x));
    x = rows_.value(before);
    Formula full = x;
    if (link.form == engine::LinkForm::logit) {
      const Formula moved = coefficient(0) * (cause(0, Business::with_initiatives) - cause(0, Business::today));
      const Formula logit = apply(Operator::logarithm, {x / (1.0 - x)}) + moved;
      full = 1.0 / (1.0 + apply(Operator::exponential, {apply(Operator::negate, {logit})}));
    } else if (link.form == engine::LinkForm::elasticity) {
      full = x * power(cause(0, Business::with_initiatives) / cause(0, Business::today), coefficient(0));
    } else {
      for (std::size_t i = 0; i < link.causes.size(); ++i) {
        full = full + coefficient(i) * (cause(i, Business::with_initiatives) - cause(i, Business::today));
      }
    }
    const FigureName attribution{"Links", link.name + ", attribution", path + ".attribution",
                                 "share", NumberKind::share,           {}};
    const RowId after =
        rows_.add({.label = link.name + ": " + label, .note = link.provenance.as_typed}, std::move(full));
    x = x + figure(link.attribution, Business::today, attribution) * (rows_.value(after) - x);
  }
  return x;
}

}  // namespace wayworth::reports
