#include "scenarios/resolve/resolve_worlds.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

#include "scenarios/resolve/resolve_effects.hpp"

namespace wayworth::scenarios {
namespace {

using engine::EffectKind;
using engine::Expression;
using engine::Function;

/// Numbers and draws: what a world does may not hang on what else is in it.
constexpr AllowedNames in_worlds_effects = {.drivers = false, .streams = false, .time = false};

Expression changed(Expression value, EffectKind kind, Expression amount) {
  switch (kind) {
    case EffectKind::add:
      return call(Function::add, {std::move(value), std::move(amount)});
    case EffectKind::change:
      return call(Function::multiply,
                  {std::move(value), call(Function::add, {engine::number(1.0), std::move(amount)})});
    case EffectKind::set:
      break;
  }
  return amount;
}

Expression within_limits(Expression value, const engine::Driver& driver) {
  if (std::isfinite(driver.minimum)) {
    value = call(Function::maximum, {std::move(value), engine::number(driver.minimum)});
  }
  if (std::isfinite(driver.maximum)) {
    value = call(Function::minimum, {std::move(value), engine::number(driver.maximum)});
  }
  return value;
}

}  // namespace

std::optional<engine::Worlds> resolve_worlds(const Scenario& scenario, const QuantityBuilder& builder) {
  if (!builder.worlds()) return std::nullopt;
  engine::Worlds worlds{*builder.worlds(), {}};
  for (const WorldSection& world : scenario.worlds) {
    worlds.list.push_back({world.heading.key, world.heading.name, world.probability});
  }
  return worlds;
}

void check_worlds(const Scenario& scenario, const QuantityBuilder& builder) {
  const auto report = [&](const EffectSection& effect, std::string message) {
    builder.problems().error(effect.target.place, effect.amount.path, std::move(message));
  };
  for (const WorldSection& world : scenario.worlds) {
    for (const EffectSection& effect : world.effects) {
      const std::string& key = effect.target.key;
      const NamedQuantity* const target = builder.names().find(key);
      if (target == nullptr) {
        builder.names().report_unknown(key, effect.target.place, effect.amount.path, builder.problems());
      } else if (target->kind == NamedQuantity::Kind::stream) {
        report(effect, fmt::format("`{}` is a stream; a world changes drivers, from which streams follow", key));
      } else if (is_number_of_customers(*target)) {
        report(effect, fmt::format("`{}` follows from churn and from who is acquired; change those", key));
      }
    }
  }
}

Expression in_worlds(Expression today, const engine::Driver& driver, const NamedQuantity& target,
                     const Scenario& scenario, const QuantityFitter& fitter) {
  const std::optional<engine::InputId> which = fitter.builder().worlds();
  if (!which || is_number_of_customers(target)) return today;
  Expression value = today;
  for (std::size_t place = 0; place < scenario.worlds.size(); ++place) {
    std::optional<Expression> in_this;
    for (const EffectSection& effect : scenario.worlds[place].effects) {
      if (effect.target.key != driver.key) continue;
      std::optional<Expression> amount = amount_of(effect, target, fitter, in_worlds_effects);
      if (amount) in_this = changed(in_this ? std::move(*in_this) : today, effect.kind, std::move(*amount));
    }
    if (!in_this) continue;
    Expression is_here =
        call(Function::equal, {{Expression::Draw{*which}}, engine::number(static_cast<double>(place))});
    value = call(Function::choose, {std::move(is_here), within_limits(std::move(*in_this), driver), std::move(value)});
  }
  return value;
}

}  // namespace wayworth::scenarios
