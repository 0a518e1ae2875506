#include <cmath>
#include <limits>
#include <set>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

constexpr std::uint64_t seeds = 200;
const DrawSettings seven{.seed = 7, .sampling = Sampling::random, .replicates = {1, seeds}};

/// Everything that one may ask of a model.
std::vector<Subject> subjects_of(const Model& model) {
  std::vector<Subject> subjects;
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    subjects.push_back({.option = option});
    for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
      if (!model.options[option].starts[i]) continue;
      for (const Scope scope : {Scope::alone, Scope::last}) {
        subjects.push_back({.scope = scope, .option = option, .initiative = static_cast<InitiativeId>(i)});
      }
    }
  }
  return subjects;
}

void collect(const Expression& expression, std::set<Function>& functions) {
  const auto* inner = std::get_if<Expression::Call>(&expression.node);
  if (inner == nullptr) return;
  functions.insert(inner->function);
  for (const Expression& argument : inner->arguments) collect(argument, functions);
}

TEST_CASE("every measure of every random model is finite where it must be", "[reference][property]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    const std::vector<double> inputs = draw_inputs(model, seven, seed);
    for (const Subject& subject : subjects_of(model)) {
      const SubjectAccount account = evaluate_subject(model, inputs, subject);
      for (const Measure measure : all_measures()) {
        INFO(traits_of(measure).key);
        const double value = account[measure];
        const bool may_be_never = measure == Measure::payback || measure == Measure::discounted_payback;
        const bool may_be_undefined = measure == Measure::roi || measure == Measure::benefit_cost_ratio;
        CHECK((std::isfinite(value) || (may_be_never && value == std::numeric_limits<double>::infinity()) ||
               (may_be_undefined && std::isnan(value))));
      }
    }
  }
}

TEST_CASE("the lines of a random cash flow add up to its measures", "[reference][property]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    const SubjectAccount account = evaluate_subject(model, draw_inputs(model, seven, seed), {});
    double net = 0.0;
    double size = 1.0;
    for (const double value : account[FlowLine::net].present_value) net += value;
    for (const FlowLine line : {FlowLine::revenue, FlowLine::cost_savings, FlowLine::staff_savings,
                                FlowLine::one_off_costs, FlowLine::running_costs, FlowLine::taxes}) {
      for (const double value : account[line].present_value) size += std::abs(value);
    }
    size += std::abs(account.terminal_value);
    CHECK_THAT(account[Measure::npv], tests::WithinAbs(net + account.terminal_value, 1e-12 * size));
    CHECK(account[Measure::peak_funding] >= 0.0);
  }
}

TEST_CASE("random models use the whole language", "[reference]") {
  std::set<Function> functions;
  std::set<std::size_t> distributions;
  std::set<int> steps_per_year;
  std::set<StreamKind> streams;
  std::set<std::pair<std::size_t, EffectKind>> effects;
  std::set<BenefitKind> benefits;
  std::set<std::pair<CostKind, CostFrom>> costs;
  std::set<RampShape> ramps;
  std::size_t with_needs = 0;
  std::size_t streams_naming_streams = 0;
  std::size_t correlated = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Model model = tests::random_model(seed);
    correlated += model.correlations.empty() ? 0U : 1U;
    steps_per_year.insert(model.time.steps_per_year);
    for (const Input& input : model.inputs) distributions.insert(input.distribution.index());
    for (const Driver& driver : model.drivers) collect(driver.value, functions);
    for (const Stream& stream : model.streams) {
      collect(stream.value, functions);
      streams.insert(stream.kind);
      streams_naming_streams += streams_named_in(stream.value).empty() ? 0U : 1U;
    }
    for (const Initiative& initiative : model.initiatives) {
      for (const Effect& effect : initiative.effects) effects.emplace(effect.target.index(), effect.kind);
      for (const Benefit& benefit : initiative.benefits) benefits.insert(benefit.kind);
      for (const Cost& cost : initiative.costs) costs.emplace(cost.kind, cost.from);
      ramps.insert(initiative.rollout.shape);
      with_needs += initiative.needs.empty() ? 0U : 1U;
    }
  }
  CHECK(functions.size() == function_count);
  CHECK(distributions.size() == std::variant_size_v<Distribution>);
  CHECK(steps_per_year.size() == 3);
  CHECK(streams.size() == 3);
  CHECK(effects.size() == 6);
  CHECK(benefits.size() == 2);
  CHECK(costs.size() == 5);
  CHECK(ramps.size() == 3);
  CHECK(with_needs > 20);
  CHECK(streams_naming_streams > 20);
  CHECK(correlated > 50);
}

TEST_CASE("members of a random option bring their prerequisites", "[reference][property]") {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Model model = tests::random_model(seed);
    for (const Option& option : model.options) {
      for (std::size_t i = 0; i < option.starts.size(); ++i) {
        if (!option.starts[i]) continue;
        for (const InitiativeId need : prerequisites_of(model, static_cast<InitiativeId>(i))) {
          CHECK(option.starts[index_of(need)].has_value());
        }
      }
    }
  }
}

TEST_CASE("independent inputs are drawn by path; or inputs stand at a point of their distribution",
          "[reference][known-answer]") {
  Model model;
  model.inputs = {{"drivers.a", Triangular::make(10, 15, 40)}, {"drivers.b", Uniform::make(0, 1)}};
  CHECK(point_inputs(model, Point::mode)[0] == 15.0);
  CHECK_THAT(point_inputs(model, Point::mean)[0], tests::WithinRel(65.0 / 3.0, 1e-14));
  CHECK_THAT(point_inputs(model, Point::median)[0], tests::WithinRel(20.635083268962915, 1e-12));
  for (const Sampling sampling : {Sampling::random, Sampling::latin_hypercube}) {
    const DrawSettings settings{.seed = 42, .sampling = sampling, .replicates = replicates_for(sampling, 64)};
    const std::vector<double> drawn = draw_inputs(model, settings, 3);
    Model swapped = model;
    std::swap(swapped.inputs[0], swapped.inputs[1]);
    CHECK(draw_inputs(swapped, settings, 3) == std::vector<double>{drawn[1], drawn[0]});
    CHECK(draw_inputs(swapped, settings, 4) != draw_inputs(swapped, settings, 3));
  }
}

}  // namespace
}  // namespace wayworth::engine
