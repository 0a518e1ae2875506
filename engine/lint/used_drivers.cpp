#include "engine/lint/used_drivers.hpp"

#include <initializer_list>

namespace wayworth::engine {

std::vector<bool> used_drivers(const Model& model) {
  std::vector<bool> used(model.drivers.size());
  const auto use = [&](const Expression& figure) {
    for (const DriverId id : drivers_named_in(figure)) used[index_of(id)] = true;
  };
  const auto use_all = [&](std::initializer_list<const Expression*> figures) {
    for (const Expression* const figure : figures) use(*figure);
  };
  for (const Driver& driver : model.drivers) use_all({&driver.value, &driver.annual_growth});
  for (const Stock& stock : model.stocks) {
    use_all({&stock.initial, &stock.kept, &stock.added});
    if (stock.floor) use(*stock.floor);
  }
  for (const Stream& stream : model.streams) {
    use_all({&stream.value, &stream.margin, &stream.cost_per_fte, &stream.cashable});
    if (stream.release) use_all({&stream.release->redundancies, &stream.release->severance});
  }
  for (const Link& link : model.links) {
    use(link.attribution);
    for (const Expression& coefficient : link.coefficients) use(coefficient);
    for (const DriverId cause : link.causes) used[index_of(cause)] = true;
    used[index_of(link.target)] = true;
  }
  for (const Initiative& one : model.initiatives) {
    const Rollout& rollout = one.rollout;
    use_all({&rollout.duration, &rollout.delay, &rollout.ramp, &rollout.success, &rollout.if_it_fails, &rollout.decay,
             &rollout.decay_after});
    for (const Effect& effect : one.effects) {
      use(effect.amount);
      if (const auto* const driver = std::get_if<DriverId>(&effect.target)) used[index_of(*driver)] = true;
    }
    for (const Benefit& benefit : one.benefits) use_all({&benefit.amount, &benefit.cashable});
    for (const Cost& cost : one.costs) {
      use(cost.amount);
      if (cost.lasts) use(*cost.lasts);
    }
    for (const Effort& effort : one.efforts) use(effort.person_months);
  }
  return used;
}

}  // namespace wayworth::engine
