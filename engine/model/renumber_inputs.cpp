#include "engine/model/renumber_inputs.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace wayworth::engine {

namespace {

/// Calls `visit` with every expression of a model, but not with those inside of others.
template <class AnyModel, class Visit>
void for_each_expression(AnyModel& model, const Visit& visit) {
  const auto each = [&](auto& expressions) {
    for (auto& expression : expressions) visit(expression);
  };
  const auto if_there = [&](auto& expression) {
    if (expression) visit(*expression);
  };
  for (auto& driver : model.drivers) {
    visit(driver.value);
    visit(driver.annual_growth);
  }
  for (auto& stream : model.streams) {
    visit(stream.value);
    visit(stream.margin);
    visit(stream.cost_per_fte);
    visit(stream.cashable);
    if (!stream.release) continue;
    visit(stream.release->redundancies);
    visit(stream.release->severance);
  }
  for (auto& stock : model.stocks) {
    visit(stock.initial);
    visit(stock.kept);
    visit(stock.added);
    if_there(stock.floor);
  }
  for (auto& link : model.links) {
    each(link.coefficients);
    visit(link.attribution);
  }
  for (auto& initiative : model.initiatives) {
    for (auto& effect : initiative.effects) visit(effect.amount);
    for (auto& benefit : initiative.benefits) {
      visit(benefit.amount);
      visit(benefit.cashable);
    }
    for (auto& cost : initiative.costs) {
      visit(cost.amount);
      if_there(cost.lasts);
    }
    auto& rollout = initiative.rollout;
    visit(rollout.duration);
    visit(rollout.delay);
    visit(rollout.ramp);
    visit(rollout.success);
    visit(rollout.if_it_fails);
    visit(rollout.decay);
    visit(rollout.decay_after);
    for (auto& effort : initiative.efforts) visit(effort.person_months);
  }
}

class Renumberer {
public:
  explicit Renumberer(const std::vector<InputId>& places) : places_(places) {}

  void renumber(Expression& expression) const {
    if (auto* const draw = std::get_if<Expression::Draw>(&expression.node)) draw->input = place_of(draw->input);
    if (auto* const draw = std::get_if<Expression::StepDraw>(&expression.node)) draw->first = place_of(draw->first);
    if (auto* const call = std::get_if<Expression::Call>(&expression.node)) {
      for (Expression& argument : call->arguments) renumber(argument);
    }
  }

  /// Groups and factors follow the order of the inputs, so they are made anew.
  [[nodiscard]] std::vector<CorrelationGroup> renumbered(const std::vector<CorrelationGroup>& groups) const {
    std::vector<RankCorrelation> pairs;
    for (const CorrelationGroup& group : groups) {
      for (RankCorrelation pair : group.pairs) {
        pair.first = place_of(pair.first);
        pair.second = place_of(pair.second);
        if (pair.second < pair.first) std::swap(pair.first, pair.second);
        pairs.push_back(pair);
      }
    }
    std::vector<CorrelationGroup> made;
    for (std::optional<CorrelationGroup>& group : correlation_groups(pairs)) {
      if (!group) throw std::logic_error("correlations that held together in another order");
      made.push_back(std::move(*group));
    }
    return made;
  }

private:
  [[nodiscard]] InputId place_of(InputId id) const { return places_[index_of(id)]; }

  const std::vector<InputId>& places_;
};

void collect_series(const Expression& expression, std::set<InputId>& firsts) {
  if (const auto* const draw = std::get_if<Expression::StepDraw>(&expression.node)) firsts.insert(draw->first);
  if (const auto* const call = std::get_if<Expression::Call>(&expression.node)) {
    for (const Expression& argument : call->arguments) collect_series(argument, firsts);
  }
}

}  // namespace

void renumber_inputs(Model& model, std::vector<Input> inputs, const std::vector<InputId>& places) {
  const Renumberer renumberer(places);
  for_each_expression(model, [&](Expression& expression) { renumberer.renumber(expression); });
  model.correlations = renumberer.renumbered(model.correlations);
  model.inputs = std::move(inputs);
}

std::vector<InputId> step_draw_series(const Model& model) {
  std::set<InputId> firsts;
  for_each_expression(model, [&](const Expression& expression) { collect_series(expression, firsts); });
  return {firsts.begin(), firsts.end()};
}

}  // namespace wayworth::engine
