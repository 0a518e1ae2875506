#include "scenarios/resolve/resolve_effects.hpp"

#include <utility>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {
namespace {

using engine::EffectKind;

constexpr AllowedNames in_effects = {.drivers = true, .streams = false, .time = true};

std::nullopt_t report(const Figure& figure, const QuantityFitter& fitter, std::string message) {
  fitter.builder().problems().error(figure.place, figure.path, std::move(message));
  return std::nullopt;
}

/// An amount in the target's unit, as the Model has it.
std::optional<engine::Expression> in_unit_of(const NamedQuantity& target, Quantity quantity, const Figure& figure,
                                             const QuantityFitter& fitter) {
  const std::string words = fmt::format("{} ({})", target.typed_unit.text(), line_of(target.place));
  std::optional<Quantity> typed = fitter.in_unit(std::move(quantity), figure, {target.typed_unit, words});
  if (!typed) return std::nullopt;
  return converted(std::move(*typed), target.unit).expression;
}

/// Whether numbers without a suffix, or with it, may be added to the target; reports it when not.
bool suffix_fits_add(const NamedQuantity& target, const Quantity& quantity, const Figure& figure,
                     const QuantityFitter& fitter) {
  if (!quantity.is_plain) return true;
  const bool has_unit = !takes_percent(target.typed_unit);
  switch (quantity.suffix) {
    case Syntax::Suffix::percent:
      report(figure, fitter,
             fmt::format("'{}' under `add` can be read in two ways: write pp for percentage points, or `change` for a "
                         "relative change",
                         figure.as_typed));
      return false;
    case Syntax::Suffix::percentage_points:
      if (!has_unit && target.checked) return true;
      report(figure, fitter, "percentage points can only be added to a share: a driver with a % figure");
      return false;
    case Syntax::Suffix::bare:
      if (!target.is_share || quantity.expression == engine::number(0.0)) return true;
      report_missing_suffix(figure, "pp", fitter.builder().problems());
      return false;
  }
  return true;
}

std::variant<engine::DriverId, engine::StreamId> target_id(const NamedQuantity& target) {
  if (target.kind == NamedQuantity::Kind::driver) return static_cast<engine::DriverId>(target.index);
  return static_cast<engine::StreamId>(target.index);
}

}  // namespace

std::optional<engine::Expression> amount_of(const EffectSection& effect, const NamedQuantity& target,
                                            const QuantityFitter& fitter, AllowedNames allowed) {
  const Figure& figure = effect.amount;
  if (effect.kind == EffectKind::change) return fitter.relative_change(figure, allowed);
  std::optional<Quantity> quantity = fitter.builder().build(figure, allowed);
  if (!quantity) return std::nullopt;
  if (effect.kind == EffectKind::add && !suffix_fits_add(target, *quantity, figure, fitter)) return std::nullopt;
  const bool is_bare = quantity->is_plain && quantity->suffix == Syntax::Suffix::bare;
  if (effect.kind == EffectKind::set && target.is_share && is_bare && !(quantity->expression == engine::number(0.0))) {
    report_missing_suffix(figure, "%", fitter.builder().problems());
    return std::nullopt;
  }
  return in_unit_of(target, std::move(*quantity), figure, fitter);
}

bool is_number_of_customers(const NamedQuantity& target) {
  return target.role != DriverRole::figure && target.role != DriverRole::churn_by_tenure;
}

std::vector<engine::Effect> resolve_effects(const InitiativeSection& initiative, const QuantityFitter& fitter) {
  std::vector<engine::Effect> effects;
  for (const EffectSection& section : initiative.effects) {
    const NamedQuantity* const target = fitter.builder().names().find(section.target.key);
    if (target == nullptr) {
      fitter.builder().names().report_unknown(section.target.key, section.target.place, section.amount.path,
                                              fitter.builder().problems());
      continue;
    }
    if (is_number_of_customers(*target)) {
      fitter.builder().problems().error(
          section.target.place, section.amount.path,
          fmt::format("`{}` follows from churn and from who is acquired; change those", section.target.key));
      continue;
    }
    if (target->state == NamedQuantity::State::unusable) continue;
    std::optional<engine::Expression> amount = amount_of(section, *target, fitter, in_effects);
    if (!amount) continue;
    effects.push_back({target_id(*target),
                       section.kind,
                       std::move(*amount),
                       {section.origin.source, section.origin.evidence, section.amount.as_typed}});
  }
  return effects;
}

}  // namespace wayworth::scenarios
