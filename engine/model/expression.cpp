#include "engine/model/expression.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/finance/erlang_a.hpp"
#include "engine/finance/erlang_c.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

/// In the order of Function.
constexpr std::array<FunctionTraits, function_count> traits = {{
    {"-", 1, 1},
    {"+", 2, 2},
    {"-", 2, 2},
    {"*", 2, 2},
    {"/", 2, 2},
    {"^", 2, 2},
    {"<", 2, 2},
    {"<=", 2, 2},
    {">", 2, 2},
    {">=", 2, 2},
    {"==", 2, 2},
    {"!=", 2, 2},
    {"if", 3, 3},
    {"min", 2, any_number},
    {"max", 2, any_number},
    {"clamp", 3, 3},
    {"abs", 1, 1},
    {"exp", 1, 1},
    {"log", 1, 1},
    {"sqrt", 1, 1},
    {"round", 1, 1},
    {"floor", 1, 1},
    {"erlang_c_agents", 3, 3},
    {"erlang_c_whole_agents", 3, 3},
    {"erlang_c_service_level", 3, 3},
    {"agents_at_occupancy", 2, 2},
    {"whole_agents_at_occupancy", 2, 2},
    {"erlang_a_agents", 4, 4},
    {"erlang_a_whole_agents", 4, 4},
    {"erlang_a_service_level", 4, 4},
    {"erlang_a_abandonment", 3, 3},
    {"erlang_a_agents_at_occupancy", 3, 3},
    {"erlang_a_whole_agents_at_occupancy", 3, 3},
}};

/// Calls `visit` with every part of `expression`, the expression itself first, arguments from left to right.
template <class Visit>
void for_each_part(const Expression& expression, const Visit& visit) {
  visit(expression);
  if (const auto* inner = std::get_if<Expression::Call>(&expression.node)) {
    for (const Expression& argument : inner->arguments) for_each_part(argument, visit);
  }
}

/// The ids in the nodes of type `Name`, each once, in the order of their first appearance.
template <class Name, class Id>
std::vector<Id> ids_in(const Expression& expression, Id Name::*id) {
  std::vector<Id> found;
  for_each_part(expression, [&](const Expression& part) {
    const auto* name = std::get_if<Name>(&part.node);
    if (name == nullptr) return;
    if (std::find(found.begin(), found.end(), name->*id) == found.end()) found.push_back(name->*id);
  });
  return found;
}

}  // namespace

FunctionTraits traits_of(Function function) {
  return traits.at(static_cast<std::size_t>(function));
}

double evaluate(Function function, std::span<const double> x) {
  switch (function) {
    case Function::negate:
      return -x[0];
    case Function::add:
      return x[0] + x[1];
    case Function::subtract:
      return x[0] - x[1];
    case Function::multiply:
      return x[0] * x[1];
    case Function::divide:
      return x[0] / x[1];
    case Function::power:
      return std::pow(x[0], x[1]);
    case Function::less:
      return x[0] < x[1] ? 1.0 : 0.0;
    case Function::less_equal:
      return x[0] <= x[1] ? 1.0 : 0.0;
    case Function::greater:
      return x[0] > x[1] ? 1.0 : 0.0;
    case Function::greater_equal:
      return x[0] >= x[1] ? 1.0 : 0.0;
    case Function::equal:
      return x[0] == x[1] ? 1.0 : 0.0;
    case Function::not_equal:
      return x[0] != x[1] ? 1.0 : 0.0;
    case Function::choose:
      return x[0] != 0.0 ? x[1] : x[2];
    case Function::minimum:
      return *std::min_element(x.begin(), x.end());
    case Function::maximum:
      return *std::max_element(x.begin(), x.end());
    case Function::clamp:
      return std::min(std::max(x[0], x[1]), x[2]);
    case Function::absolute:
      return std::abs(x[0]);
    case Function::exponential:
      return std::exp(x[0]);
    case Function::logarithm:
      return std::log(x[0]);
    case Function::square_root:
      return std::sqrt(x[0]);
    case Function::round:
      return std::round(x[0]);
    case Function::floor:
      return std::floor(x[0]);
    case Function::erlang_c_agents:
      return erlang_c_agents(x[0], {x[1], x[2]}, AgentCount::smooth);
    case Function::erlang_c_whole_agents:
      return erlang_c_agents(x[0], {x[1], x[2]}, AgentCount::whole);
    case Function::erlang_c_service_level:
      return erlang_c_service_level(x[0], x[1], x[2]);
    case Function::agents_at_occupancy:
      return agents_at_occupancy(x[0], x[1], AgentCount::smooth);
    case Function::whole_agents_at_occupancy:
      return agents_at_occupancy(x[0], x[1], AgentCount::whole);
    case Function::erlang_a_agents:
      return erlang_a_agents(x[0], x[1], {x[2], x[3]}, AgentCount::smooth);
    case Function::erlang_a_whole_agents:
      return erlang_a_agents(x[0], x[1], {x[2], x[3]}, AgentCount::whole);
    case Function::erlang_a_service_level:
      return erlang_a_service_level(x[0], x[1], x[2], x[3]);
    case Function::erlang_a_abandonment:
      return erlang_a_abandonment(x[0], x[1], x[2]);
    case Function::erlang_a_agents_at_occupancy:
      return erlang_a_agents_at_occupancy(x[0], x[1], x[2], AgentCount::smooth);
    case Function::erlang_a_whole_agents_at_occupancy:
      return erlang_a_agents_at_occupancy(x[0], x[1], x[2], AgentCount::whole);
  }
  return std::numeric_limits<double>::quiet_NaN();
}

Expression number(double value) {
  return {Expression::Number{value}};
}

Expression call(Function function, std::vector<Expression> arguments) {
  return {Expression::Call{function, std::move(arguments)}};
}

Expression times(Expression a, Expression b) {
  return call(Function::multiply, {std::move(a), std::move(b)});
}

Expression one_less(Expression share) {
  return call(Function::subtract, {number(1.0), std::move(share)});
}

std::vector<DriverId> drivers_named_in(const Expression& expression) {
  return ids_in(expression, &Expression::DriverValue::driver);
}

std::vector<StreamId> streams_named_in(const Expression& expression) {
  return ids_in(expression, &Expression::StreamValue::stream);
}

std::vector<StockId> stocks_named_in(const Expression& expression) {
  return ids_in(expression, &Expression::StockValue::stock);
}

std::vector<InputId> inputs_drawn_in(const Expression& expression) {
  return ids_in(expression, &Expression::Draw::input);
}

}  // namespace wayworth::engine
