#pragma once

#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "tests/support/dice.hpp"

namespace wayworth::tests {

/// What a formula may name.
struct Names {
  std::vector<engine::DriverId> drivers;
  std::vector<engine::StreamId> streams;
};

/// Makes formulas whose value is finite and of the order of 1, and the uncertain inputs that they draw.
class FormulaMaker {
public:
  FormulaMaker(Dice& dice, std::vector<engine::Input>& inputs) : dice_(dice), inputs_(inputs) {}

  /// A formula with values in [0.01, 100].
  engine::Expression positive(const Names& names);
  /// `scale` times such a formula, a draw, or just a number.
  engine::Expression amount(double scale, const Names& names);
  /// A figure in [low, high]: certain, drawn, or named and clamped.
  engine::Expression within(double low, double high, const Names& names);
  /// 1 or 0, with a probability that is sometimes certain.
  engine::Expression outcome();

private:
  engine::Expression formula(const Names& names, int depth);
  engine::Expression leaf(const Names& names);
  engine::Expression queue(engine::Function function, engine::Expression load);
  engine::Expression draw(const engine::Distribution& distribution);
  engine::Distribution distribution_around_one();

  Dice& dice_;
  std::vector<engine::Input>& inputs_;
};

}  // namespace wayworth::tests
