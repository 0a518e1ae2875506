#include "engine/analysis/sensitivity/known_drivers.hpp"

#include <algorithm>
#include <variant>

#include "engine/analysis/sensitivity/break_even_search.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

/// The one figure in a driver's value: a number, or a number times seasons; nullptr when there is none.
Expression* figure_in(Expression& value) {
  if (std::holds_alternative<Expression::Number>(value.node)) return &value;
  auto* const product = std::get_if<Expression::Call>(&value.node);
  if (product == nullptr || product->function != Function::multiply || product->arguments.size() != 2) return nullptr;
  const bool has_seasons = std::holds_alternative<Expression::StepValue>(product->arguments[1].node);
  Expression& figure = product->arguments[0];
  return has_seasons && std::holds_alternative<Expression::Number>(figure.node) ? &figure : nullptr;
}

struct KnownDriver {
  DriverId driver{};
  double value = 0.0;
  InputId stand_in{};  ///< the input that is put in the figure's place
  SearchRange range;
};

/// From 0 to twice the value, within what the driver may be.
SearchRange range_of(const Driver& driver, double value) {
  const double from = std::max(std::min(0.0, 2.0 * value), driver.minimum);
  double to = std::min(std::max(0.0, 2.0 * value), driver.maximum);
  if (driver.unit == "share" && value <= 1.0) to = std::min(to, 1.0);
  return {std::min(from, value), std::max(to, value)};
}

/// Puts an input in the place of each driver's one figure, behind all others, so that their luck stays what it is.
std::vector<KnownDriver> free_known_drivers(Model& model) {
  std::vector<KnownDriver> known;
  for (std::size_t i = 0; i < model.drivers.size(); ++i) {
    Driver& driver = model.drivers[i];
    Expression* const figure = figure_in(driver.value);
    if (figure == nullptr) continue;
    const double value = std::get<Expression::Number>(figure->node).value;
    if (value == 0.0) continue;
    const auto stand_in = static_cast<InputId>(model.inputs.size());
    const SearchRange range = range_of(driver, value);
    model.inputs.push_back({"known driver " + driver.key, Uniform::make(range.from, range.to)});
    figure->node = Expression::Draw{stand_in};
    known.push_back({static_cast<DriverId>(i), value, stand_in, range});
  }
  return known;
}

/// Where in its range a figure that is certain stands is no chance.
void make_certain(BreakEven& one, const KnownDriver& known) {
  one.input.reset();
  one.driver = known.driver;
  one.now = known.value;
  for (auto& places : one.places) {
    for (BreakEven::Place& place : places) place.probability_below = known.value < place.value ? 1.0 : 0.0;
  }
}

/// What stands still while one of them is varied.
std::vector<FixedInput> all_but(InputId varied, const std::vector<KnownDriver>& known) {
  std::vector<FixedInput> held;
  for (const KnownDriver& other : known) {
    if (other.stand_in != varied) held.push_back({other.stand_in, other.value});
  }
  return held;
}

}  // namespace

std::vector<BreakEven> break_evens_of_known_drivers(const Model& model, const Subject& subject,
                                                    const std::vector<BreakEvenTarget>& targets,
                                                    const RunSettings& run) {
  Model freed = model;
  std::vector<KnownDriver> known = free_known_drivers(freed);
  if (known.empty()) return {};
  Experiment experiment(freed, outputs_of(subject, targets), run);
  std::erase_if(known, [&](const KnownDriver& one) {
    return std::none_of(experiment.inputs().begin(), experiment.inputs().end(),
                        [&](const PlanInput& input) { return input.id == one.stand_in; });
  });
  std::vector<BreakEven> found(known.size());
  in_parallel(known.size(), run.threads, [&](std::size_t i) {
    const InputId input = known[i].stand_in;
    found[i] = break_even_within(experiment, experiment.input(input), known[i].range, targets, all_but(input, known));
    make_certain(found[i], known[i]);
  });
  return found;
}

}  // namespace wayworth::engine
