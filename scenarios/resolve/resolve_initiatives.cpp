#include "scenarios/resolve/resolve_initiatives.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "scenarios/resolve/dependency_order.hpp"
#include "scenarios/resolve/initiative_lookup.hpp"
#include "scenarios/resolve/resolve_effects.hpp"
#include "scenarios/sections/map_reader.hpp"

namespace wayworth::scenarios {
namespace {

using engine::CostKind;

constexpr AllowedNames in_money = {.drivers = true, .streams = false, .time = true};

engine::Provenance provenance_of(const Origin& origin, const Figure& figure) {
  return {origin.source, origin.evidence, figure.as_typed};
}

/// A figure of money, in the currency or the currency a year; `wanted` is what messages call it.
std::optional<engine::Expression> money(const Figure& figure, const StatedUnit& stated, const WantedUnit& wanted,
                                        const QuantityFitter& fitter) {
  if (!stated.unit.same_kind(wanted.unit)) {
    fitter.builder().problems().error(stated.place, figure.path,
                                      fmt::format("`unit` must be {}, not {}", wanted.text, stated.as_typed));
    return std::nullopt;
  }
  std::optional<Quantity> quantity = fitter.in_unit(figure, in_money, {stated.unit, wanted.text});
  if (!quantity) return std::nullopt;
  return converted(std::move(*quantity), wanted.unit).expression;
}

WantedUnit money_a_year(const std::string& currency) {
  return {engine::Unit::parse(currency + "/year", currency), fmt::format("money per time, such as {}/year", currency)};
}

WantedUnit money_once(const std::string& currency) {
  return {engine::Unit::parse(currency, currency), fmt::format("money, such as {}", currency)};
}

/// `amount` times (1 + growth) to the power of the years since the start.
engine::Expression escalated(engine::Expression amount, const Escalation& escalation, const QuantityFitter& fitter) {
  if (!escalation.growth) return amount;
  const std::optional<engine::Expression> growth =
      fitter.relative_change(*escalation.growth, {.drivers = true, .streams = false, .time = false});
  if (!growth) return amount;
  engine::Expression year = {engine::Expression::Year{}};
  if (escalation.grows_yearly) year = call(engine::Function::floor, {year});
  const engine::Expression factor = call(engine::Function::add, {engine::number(1.0), *growth});
  return times(std::move(amount), call(engine::Function::power, {factor, year}));
}

engine::Expression with_contingency(engine::Expression amount, const std::optional<Figure>& contingency,
                                    const QuantityFitter& fitter) {
  if (!contingency) return amount;
  const std::optional<engine::Expression> added = fitter.relative_change(*contingency, in_money);
  if (!added) return amount;
  return times(std::move(amount), call(engine::Function::add, {engine::number(1.0), *added}));
}

/// A range holds the risk that a contingency is for.
void ask_about_contingency(const CostSection& cost, const engine::Expression& amount, Problems& problems) {
  if (!cost.contingency || engine::inputs_drawn_in(amount).empty()) return;
  problems.warning("W-DOUBLE-RISK", cost.contingency->place, cost.contingency->path,
                   fmt::format("adds {} to a cost whose range says how much more it can be; remove it, or let it be "
                               "the range of a plain estimate",
                               cost.contingency->as_typed));
}

bool changes_over_time(const engine::Expression& expression) {
  if (std::holds_alternative<engine::Expression::StepNumber>(expression.node)) return true;
  if (std::holds_alternative<engine::Expression::Year>(expression.node)) return true;
  const auto* const call = std::get_if<engine::Expression::Call>(&expression.node);
  return call != nullptr && std::any_of(call->arguments.begin(), call->arguments.end(), changes_over_time);
}

std::vector<engine::Benefit> resolve_benefits(const InitiativeSection& section, const std::string& currency,
                                              const QuantityFitter& fitter) {
  std::vector<engine::Benefit> benefits;
  for (const BenefitSection& benefit : section.benefits) {
    std::optional<engine::Expression> cashable = fitter.share_or(1.0, benefit.cashable, in_money);
    std::optional<engine::Expression> amount = money(benefit.value, benefit.unit, money_a_year(currency), fitter);
    if (!cashable || !amount) continue;
    amount = escalated(std::move(*amount), benefit.escalation, fitter);
    benefits.push_back({benefit.name, benefit.kind, std::move(*amount), std::move(*cashable),
                        provenance_of(benefit.origin, benefit.value)});
  }
  return benefits;
}

std::vector<engine::Cost> resolve_costs(const InitiativeSection& section, const std::string& currency,
                                        const QuantityFitter& fitter) {
  std::vector<engine::Cost> costs;
  for (const CostSection& cost : section.costs) {
    const WantedUnit wanted = cost.kind == CostKind::one_off ? money_once(currency) : money_a_year(currency);
    std::optional<engine::Expression> amount = money(cost.value, cost.unit, wanted, fitter);
    if (!amount) continue;
    ask_about_contingency(cost, *amount, fitter.builder().problems());
    engine::Cost resolved;
    resolved.name = cost.name;
    resolved.kind = cost.kind;
    resolved.from = cost.from;
    resolved.amount = with_contingency(std::move(*amount), cost.contingency, fitter);
    resolved.amount = escalated(std::move(resolved.amount), cost.escalation, fitter);
    resolved.profile = cost.profile;
    if (cost.lasts) resolved.lasts = fitter.months(cost.lasts);
    resolved.depreciated_years = cost.depreciated_years;
    if (resolved.depreciated_years && changes_over_time(resolved.amount)) {
      fitter.builder().problems().error(cost.value.place, cost.value.path,
                                        "a cost with `depreciation` cannot change over time: leave out `t` and `year`");
    }
    resolved.provenance = provenance_of(cost.origin, cost.value);
    costs.push_back(std::move(resolved));
  }
  return costs;
}

engine::Rollout resolve_rollout(const RolloutSection& section, const QuantityFitter& fitter) {
  engine::Rollout rollout;
  rollout.duration = fitter.months(section.duration).value_or(engine::number(0.0));
  rollout.ramp = fitter.months(section.ramp).value_or(engine::number(0.0));
  rollout.shape = section.shape;
  rollout.success = fitter.share_or(1.0, section.success, {}).value_or(engine::number(1.0));
  rollout.delay = fitter.months(section.delay).value_or(engine::number(0.0));
  rollout.costs_more_when_delayed = section.costs_more_when_delayed;
  rollout.decay = fitter.share_or(0.0, section.decay, {}).value_or(engine::number(0.0));
  rollout.decay_after = fitter.months(section.decay_after).value_or(engine::number(0.0));
  rollout.if_it_fails = fitter.share_or(0.0, section.if_it_fails, {}).value_or(engine::number(0.0));
  return rollout;
}

/// Person-months are at least 0; a plain number, or a formula that comes out as one.
std::vector<engine::Effort> resolve_efforts(const InitiativeSection& section, const RoleTable& roles,
                                            const QuantityFitter& fitter) {
  std::vector<engine::Effort> efforts;
  for (const EffortSection& effort : section.efforts) {
    const Figure& figure = effort.person_months;
    const std::optional<engine::RoleId> role = roles.find(effort.role, figure.path, fitter.builder().problems());
    std::optional<engine::Expression> person_months = fitter.person_months(figure);
    if (role && person_months) efforts.push_back({*role, std::move(*person_months)});
  }
  return efforts;
}

/// What each initiative needs, by position.
std::vector<std::vector<std::size_t>> resolve_needs(const Scenario& scenario, Problems& problems) {
  const InitiativeLookup lookup(scenario);
  std::vector<std::vector<std::size_t>> needs;
  for (const InitiativeSection& initiative : scenario.initiatives) {
    needs.emplace_back();
    const std::string path = fmt::format("initiatives.{}.needs", initiative.heading.key);
    for (const NeedSection& need : initiative.needs) {
      const Reference& reference = need.initiative;
      const std::optional<std::size_t> position = lookup.find(reference, path, problems);
      if (!position) continue;
      const bool is_repeated = std::find(needs.back().begin(), needs.back().end(), *position) != needs.back().end();
      if (is_repeated) {
        problems.error(reference.place, path, fmt::format("`{}` is named twice", reference.key));
      } else {
        needs.back().push_back(*position);
      }
    }
  }
  for (const std::vector<std::size_t>& cycle : dependency_order(needs).cycles) {
    const Heading& first = scenario.initiatives[cycle.front()].heading;
    problems.error(first.place, fmt::format("initiatives.{}.needs", first.key),
                   fmt::format("can never start, as it needs itself: {}", cycle_text(cycle, lookup.keys())));
  }
  return needs;
}

engine::Initiative resolve_initiative(const InitiativeSection& section, const std::vector<std::size_t>& needs,
                                      const std::string& currency, const RoleTable& roles,
                                      const QuantityFitter& fitter) {
  engine::Initiative initiative;
  initiative.key = section.heading.key;
  initiative.name = section.heading.name;
  initiative.pillars = section.pillars;
  initiative.improves = section.improves;
  initiative.stage = section.stage;
  initiative.current_state = section.current_state;
  initiative.future_state = section.future_state;
  initiative.effects = resolve_effects(section, fitter);
  initiative.benefits = resolve_benefits(section, currency, fitter);
  initiative.costs = resolve_costs(section, currency, fitter);
  initiative.rollout = resolve_rollout(section.rollout, fitter);
  for (std::size_t i = 0; i < needs.size(); ++i) {  // all that are known and named once; else nothing comes of it
    initiative.needs.push_back({static_cast<engine::InitiativeId>(needs[i]), section.needs[i].lag_months});
  }
  initiative.efforts = resolve_efforts(section, roles, fitter);
  return initiative;
}

}  // namespace

std::vector<engine::Initiative> resolve_initiatives(const Scenario& scenario, const RoleTable& roles,
                                                    const QuantityFitter& fitter) {
  const std::vector<std::vector<std::size_t>> needs = resolve_needs(scenario, fitter.builder().problems());
  std::vector<engine::Initiative> initiatives;
  for (std::size_t i = 0; i < scenario.initiatives.size(); ++i) {
    initiatives.push_back(resolve_initiative(scenario.initiatives[i], needs[i], scenario.currency, roles, fitter));
  }
  return initiatives;
}

}  // namespace wayworth::scenarios
