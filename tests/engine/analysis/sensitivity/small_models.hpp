#pragma once

#include <vector>

#include "engine/model/model.hpp"

namespace wayworth::tests {

inline engine::Expression draw(std::uint32_t input) {
  return {engine::Expression::Draw{engine::InputId{input}}};
}

/// One initiative that is worth `amount`, once and at once.
inline engine::Model worth(engine::Expression amount, std::vector<engine::Input> inputs) {
  engine::Model model;
  model.time = {.start_year = 2026, .steps = 1, .steps_per_year = 1};
  model.inputs = std::move(inputs);
  engine::Initiative one;
  one.key = one.name = "one";
  one.benefits = {{"benefit", engine::BenefitKind::revenue, std::move(amount), engine::number(1.0), {}}};
  one.rollout = {.duration = engine::number(0.0),
                 .ramp = engine::number(0.0),
                 .success = engine::number(1.0),
                 .if_it_fails = engine::number(0.0)};
  model.initiatives = {one};
  model.options = {{"all", "All", {1}}};
  return model;
}

/// The sum of the inputs.
inline engine::Model sum_of(std::vector<engine::Input> inputs) {
  engine::Expression sum = draw(0);
  for (std::uint32_t i = 1; i < inputs.size(); ++i) {
    sum = engine::call(engine::Function::add, {std::move(sum), draw(i)});
  }
  return worth(std::move(sum), std::move(inputs));
}

}  // namespace wayworth::tests
