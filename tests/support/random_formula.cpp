#include "tests/support/random_formula.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace wayworth::tests {

using engine::call;
using engine::Distribution;
using engine::Expression;
using engine::Function;
using engine::number;

Expression FormulaMaker::positive(const Names& names) {
  const int deepest = 3;
  return call(Function::clamp,
              {formula(names, static_cast<int>(dice_.count(1, deepest))), number(0.01), number(100.0)});
}

Expression FormulaMaker::amount(double scale, const Names& names) {
  switch (dice_.roll(4)) {
    case 0:
      return number(scale);
    case 1:
      return call(Function::multiply, {number(scale), draw(distribution_around_one())});
    default:
      return call(Function::multiply, {number(scale), positive(names)});
  }
}

Expression FormulaMaker::within(double low, double high, const Names& names) {
  const double middle = dice_.between(low, high);
  switch (dice_.roll(5)) {
    case 0:
      return number(low);
    case 1:
      return number(middle);
    case 2:
      return draw(engine::Pert::make(low, middle, high));
    case 3:
      return draw(engine::Uniform::make(low, high));
    default:
      return call(Function::clamp,
                  {call(Function::multiply, {number(middle), leaf(names)}), number(low), number(high)});
  }
}

Expression FormulaMaker::outcome() {
  switch (dice_.roll(3)) {
    case 0:
      return number(1.0);
    case 1:
      return number(0.0);
    default:
      return draw(engine::Bernoulli::make(dice_.between(0.2, 0.9)));
  }
}

Expression FormulaMaker::formula(const Names& names, int depth) {
  if (depth == 0) return leaf(names);
  const auto part = [&] { return formula(names, depth - 1); };
  // Effects can make a driver negative: what is only defined for positive values is kept away from zero.
  const auto safe = [&] { return call(Function::maximum, {part(), number(0.1)}); };
  // A random factor: no argument of a jump is a round number.
  const auto off_the_jump = [&] { return call(Function::multiply, {part(), number(dice_.between(0.9, 1.1))}); };
  const auto compared = [&](Function comparison) {
    Expression condition = call(comparison, {off_the_jump(), number(dice_.between(0.5, 1.5))});
    return call(Function::choose, {std::move(condition), part(), part()});
  };
  const auto coin = [&](Function comparison) {
    Expression condition = call(comparison, {draw(engine::Bernoulli::make(0.5)), number(1.0)});
    return call(Function::choose, {std::move(condition), part(), part()});
  };
  const auto function = static_cast<Function>(dice_.roll(engine::function_count));
  switch (function) {
    case Function::negate:
      return call(Function::add, {number(2.0), call(function, {part()})});
    case Function::add:
    case Function::subtract:
      return call(function, {part(), call(Function::multiply, {number(0.4), part()})});
    case Function::multiply:
      return call(function, {part(), part()});
    case Function::divide:
      return call(function, {part(), safe()});
    case Function::power:
      return call(function, {safe(), number(0.5 * static_cast<double>(dice_.count(1, 4)))});
    case Function::less:
    case Function::less_equal:
    case Function::greater:
    case Function::greater_equal:
      return compared(function);
    case Function::equal:
    case Function::not_equal:
      return coin(function);
    case Function::choose:
      return call(function, {draw(engine::Bernoulli::make(0.3)), part(), part()});
    case Function::minimum:
    case Function::maximum:
      if (dice_.chance(0.5)) return call(function, {part(), part()});
      return call(function, {part(), part(), part()});
    case Function::clamp:
      return call(function, {part(), number(0.3), number(dice_.between(1.0, 3.0))});
    case Function::absolute:
      return call(function, {call(Function::subtract, {part(), safe()})});
    case Function::exponential:
      return call(function, {call(Function::minimum, {part(), number(3.0)})});
    case Function::logarithm:
      return call(function, {call(Function::add, {number(1.0), safe()})});
    case Function::square_root:
      return call(function, {safe()});
    case Function::round:
    case Function::floor:
      return call(Function::add, {number(0.5), call(function, {off_the_jump()})});
    default:
      return queue(function, call(Function::clamp, {off_the_jump(), number(0.01), number(50.0)}));
  }
  return leaf(names);
}

/// About 1, for a load in erlangs.
Expression FormulaMaker::queue(Function function, Expression load) {
  const Expression agents = call(Function::multiply, {load, number(dice_.between(0.8, 1.5))});
  const Expression share = number(dice_.between(0.5, 0.95));
  const Expression within = draw(engine::Uniform::make(0.05, 0.2));
  const Expression patience = draw(engine::Uniform::make(0.5, 2.0));
  const Expression per_load = call(Function::add, {load, number(1.0)});
  const auto relative = [&](std::vector<Expression> arguments) {
    return call(Function::divide, {call(function, std::move(arguments)), per_load});
  };
  switch (function) {
    case Function::erlang_c_agents:
    case Function::erlang_c_whole_agents:
      return relative({load, share, within});
    case Function::agents_at_occupancy:
    case Function::whole_agents_at_occupancy:
      return relative({load, share});
    case Function::erlang_a_agents:
    case Function::erlang_a_whole_agents:
      return relative({load, patience, share, within});
    case Function::erlang_a_agents_at_occupancy:
    case Function::erlang_a_whole_agents_at_occupancy:
      return relative({load, patience, share});
    case Function::erlang_c_service_level:
      return call(Function::add, {number(0.5), call(function, {load, agents, within})});
    case Function::erlang_a_service_level:
      return call(Function::add, {number(0.5), call(function, {load, agents, patience, within})});
    default:
      return call(Function::add, {number(0.5), call(function, {load, agents, patience})});
  }
}

Expression FormulaMaker::leaf(const Names& names) {
  switch (dice_.roll(6)) {
    case 0:
    case 1:
      if (!names.drivers.empty()) {
        return {Expression::DriverValue{names.drivers[dice_.roll(names.drivers.size())]}};
      }
      return draw(distribution_around_one());
    case 2:
      if (!names.streams.empty()) {  // streams are in thousands
        const Expression stream{Expression::StreamValue{names.streams[dice_.roll(names.streams.size())]}};
        return call(Function::divide, {stream, number(1000.0)});
      }
      return draw(distribution_around_one());
    case 3:
      return draw(distribution_around_one());
    case 4: {
      const Expression time = dice_.chance(0.5) ? Expression{Expression::StepNumber{}} : Expression{Expression::Year{}};
      return call(Function::add, {number(1.0), call(Function::multiply, {number(0.05), time})});
    }
    default:
      return number(dice_.between(0.5, 1.5));
  }
}

Expression FormulaMaker::draw(const Distribution& distribution) {
  inputs_.push_back({fmt::format("inputs.{}", inputs_.size()), distribution});
  return {Expression::Draw{static_cast<engine::InputId>(inputs_.size() - 1)}};
}

Distribution FormulaMaker::distribution_around_one() {
  switch (dice_.roll(19)) {
    case 0:
      return engine::Constant::make(dice_.between(0.5, 1.5));
    case 1:
      return engine::Uniform::make(0.6, dice_.between(0.7, 1.4));
    case 2:
      return engine::Triangular::make(0.5, dice_.between(0.5, 1.5), 1.5);
    case 3:
      return engine::Pert::make(0.5, dice_.between(0.5, 1.5), 1.5);
    case 4:
      return engine::Normal::make(1.0, 0.05);
    case 5:
      return engine::Lognormal::make(dice_.between(0.8, 1.2), 0.3);
    case 6:
      return engine::TruncatedNormal::make(1.0, 0.4, 0.3, 1.6);
    case 7:
      return engine::Beta::make(2.0, dice_.between(1.5, 4.0), 0.5, 2.0);
    case 8:
      return engine::Gamma::make(dice_.between(4.0, 30.0), 0.07);
    case 9:
      return engine::Weibull::make(dice_.between(1.5, 4.0), 1.0);
    case 10:
      return engine::StudentT::make(1.0, 0.05, dice_.between(5.0, 30.0));
    case 11:
      return engine::Metalog::from_p10_p50_p90({0.6, dice_.between(0.9, 1.1), 1.5}, {.low = 0.1});
    case 12: {
      const double middle = dice_.between(0.6, 1.4);
      return engine::Cumulative::make(std::array<engine::Percentile, 3>{{{0.0, 0.5}, {0.6, middle}, {1.0, 1.5}}});
    }
    case 13:
      return engine::Empirical::make({0.7, 1.3, 0.9, dice_.between(0.5, 1.5)}, "random");
    case 14:
      return engine::Truncated::make(engine::Gamma::make(dice_.between(4.0, 30.0), 0.07), 0.4, 1.8);
    case 15:
      return engine::Binomial::make(3.0, dice_.between(0.2, 0.8));
    case 16:
      return engine::Poisson::make(dice_.between(0.5, 2.0));
    case 17:
      return engine::NegativeBinomial::make(1.0, dice_.between(0.5, 4.0));
    default:
      return engine::Discrete::make({0.7, 1.0, 1.3}, {1.0, 2.0, 1.0});
  }
}

}  // namespace wayworth::tests
