#include "scenarios/resolve/collect_inputs.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "engine/random/stream.hpp"
#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/formulas/make_distribution.hpp"
#include "scenarios/formulas/reserved_words.hpp"
#include "scenarios/formulas/syntax_text.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

enum class Points { allowed, refused };

class Collector {
public:
  Collector(DataFiles& files, Problems& problems) : files_(files), problems_(problems) {}

  void visit(const std::optional<Figure>& figure) {
    if (figure) visit(*figure, Points::refused);
  }

  void visit(const Figure& figure, Points points = Points::refused) {
    draws_in_figure_ = 0;
    points_ = points;
    const bool usable = walk(figure.syntax, figure);
    if (!usable) collected_.broken.insert(&figure);
    collected_.figure_is_usable.emplace(figure.path, usable);
  }

  /// One standard normal draw a step for the noise of a driver.
  void add_noise(const DriverSection& driver, std::size_t steps);

  /// What the worlds change, and which of them a trial is in; behind all else, so that worlds leave its luck alone.
  void add_worlds(const std::vector<WorldSection>& worlds);

  /// The success of an initiative: one yes or no with this probability.
  void visit_success(const Figure& figure);

  CollectedInputs take() { return std::move(collected_); }

private:
  bool walk(const Syntax& syntax, const Figure& figure);
  bool walk_call(const Syntax& syntax, const Syntax::Call& call, const Figure& figure);
  bool check_points(const Syntax& syntax, Syntax::Suffix suffix, const Figure& figure);
  bool add_draw(const Syntax& syntax, const Figure& figure);
  engine::Expression add_input(const engine::Distribution& distribution, const Figure& figure, std::string path);

  DataFiles& files_;
  Problems& problems_;
  CollectedInputs collected_;
  std::unordered_map<std::uint64_t, std::string> paths_by_stream_;
  std::size_t draws_in_figure_ = 0;
  Points points_ = Points::refused;
};

bool Collector::walk(const Syntax& syntax, const Figure& figure) {
  if (const auto* const call = std::get_if<Syntax::Call>(&syntax.node)) return walk_call(syntax, *call, figure);
  const auto* const number = std::get_if<Syntax::Number>(&syntax.node);
  return number == nullptr || check_points(syntax, number->suffix, figure);
}

bool Collector::check_points(const Syntax& syntax, Syntax::Suffix suffix, const Figure& figure) {
  if (suffix != Syntax::Suffix::percentage_points || points_ == Points::allowed) return true;
  problems_.error(syntax.place, figure.path,
                  fmt::format("`{}`: percentage points only stand under `add`; write %", to_text(syntax)));
  return false;
}

bool Collector::walk_call(const Syntax& syntax, const Syntax::Call& call, const Figure& figure) {
  const bool draws = is_distribution(call.function);
  if (!draws && !is_function(call.function)) {
    std::vector<std::string> known = function_names();
    for (std::string& name : distribution_names()) known.push_back(std::move(name));
    problems_.error(syntax.place, figure.path,
                    fmt::format("unknown function `{}`{}", call.function, suggestion(call.function, known)));
    return false;
  }
  if (draws) return add_draw(syntax, figure);  // which looks at the arguments
  if (!check_argument_count(syntax, figure.path, problems_)) return false;
  bool usable = true;
  for (const Syntax& argument : call.arguments) {
    usable = walk(argument, figure) && usable;
  }
  return usable;
}

bool Collector::add_draw(const Syntax& syntax, const Figure& figure) {
  const std::optional<Drawn> drawn = make_distribution(syntax, figure.path, files_, problems_);
  if (!drawn || !check_points(syntax, drawn->suffix, figure)) return false;
  DrawValue value{engine::number(engine::minimum(drawn->distribution)), drawn->suffix};
  if (engine::minimum(drawn->distribution) != engine::maximum(drawn->distribution)) {
    ++draws_in_figure_;
    std::string path = draws_in_figure_ == 1 ? figure.path : fmt::format("{}[{}]", figure.path, draws_in_figure_);
    value.expression = add_input(drawn->distribution, figure, std::move(path));
  }
  collected_.draws.emplace(&syntax, std::move(value));
  return true;
}

engine::Expression Collector::add_input(const engine::Distribution& distribution, const Figure& figure,
                                        std::string path) {
  const auto [same, is_new] = paths_by_stream_.emplace(engine::stream_id(path), path);
  if (!is_new) {
    problems_.error(
        figure.place, figure.path,
        fmt::format("two uncertain figures are known by the path `{}`; give them different names", same->second));
  }
  collected_.inputs.push_back({std::move(path), distribution});
  return {engine::Expression::Draw{static_cast<engine::InputId>(collected_.inputs.size() - 1)}};
}

void Collector::add_noise(const DriverSection& driver, std::size_t steps) {
  collected_.noise.emplace(&driver, static_cast<engine::InputId>(collected_.inputs.size()));
  const engine::Distribution standard_normal = engine::Normal::make(0.0, 1.0);
  for (std::size_t step = 1; step <= steps; ++step) {
    add_input(standard_normal, *driver.noise->sd, fmt::format("{}[{}]", driver.noise->path, step));
  }
}

void Collector::add_worlds(const std::vector<WorldSection>& worlds) {
  std::vector<double> places;
  std::vector<double> probabilities;
  for (const WorldSection& world : worlds) {
    for (const EffectSection& effect : world.effects) {
      visit(effect.amount, effect.kind == engine::EffectKind::add ? Points::allowed : Points::refused);
    }
    places.push_back(static_cast<double>(places.size()));
    probabilities.push_back(world.probability);
  }
  if (std::all_of(probabilities.begin(), probabilities.end(), [](double p) { return !(p > 0.0); })) return;
  collected_.worlds = static_cast<engine::InputId>(collected_.inputs.size());
  collected_.inputs.push_back({engine::worlds_path, engine::Discrete::make(places, probabilities)});
}

void Collector::visit_success(const Figure& figure) {
  const std::optional<Constant> p =
      constant_value(figure.syntax, figure.path, problems_, "; the probability of success must be certain");
  if (!p || p->value < 0.0 || p->value > 1.0 || p->suffix == Syntax::Suffix::percentage_points) {
    if (p) {
      problems_.error(figure.place, figure.path,
                      fmt::format("must be a probability from 0% to 100%, not `{}`", figure.as_typed));
    }
    collected_.broken.insert(&figure);
    collected_.figure_is_usable.emplace(figure.path, false);
    return;
  }
  collected_.figure_is_usable.emplace(figure.path, true);
  const bool certain = p->value == 0.0 || p->value == 1.0;
  engine::Expression outcome =
      certain ? engine::number(p->value) : add_input(engine::Bernoulli::make(p->value), figure, figure.path);
  collected_.draws.emplace(&figure.syntax, DrawValue{std::move(outcome), Syntax::Suffix::bare});
}

void visit_staffing(const StaffingSection& staffing, Collector& collector) {
  const auto visit = [&](const std::optional<MeasuredFigure>& measured) {
    if (measured) collector.visit(measured->figure, Points::refused);
  };
  visit(staffing.contacts);
  visit(staffing.handle_time);
  collector.visit(staffing.occupancy);
  collector.visit(staffing.shrinkage);
  visit(staffing.paid_hours);
  if (!staffing.queue) return;
  collector.visit(staffing.queue->service_level);
  visit(staffing.queue->within);
  visit(staffing.queue->patience);
  visit(staffing.queue->open);
}

void visit_initiative(const InitiativeSection& initiative, Collector& collector) {
  for (const EffectSection& effect : initiative.effects) {
    collector.visit(effect.amount, effect.kind == engine::EffectKind::add ? Points::allowed : Points::refused);
  }
  for (const BenefitSection& benefit : initiative.benefits) {
    collector.visit(benefit.value, Points::refused);
    collector.visit(benefit.escalation.growth);
    collector.visit(benefit.cashable);
  }
  for (const CostSection& cost : initiative.costs) {
    collector.visit(cost.value);
    collector.visit(cost.escalation.growth);
    collector.visit(cost.contingency);
    collector.visit(cost.lasts);
  }
  collector.visit(initiative.rollout.duration);
  collector.visit(initiative.rollout.ramp);
  if (initiative.rollout.success) collector.visit_success(*initiative.rollout.success);
  collector.visit(initiative.rollout.if_it_fails);
  for (const EffortSection& effort : initiative.efforts) collector.visit(effort.person_months, Points::refused);
  collector.visit(initiative.rollout.delay);
  collector.visit(initiative.rollout.decay);
  collector.visit(initiative.rollout.decay_after);
}

}  // namespace

CollectedInputs collect_inputs(const Scenario& scenario, DataFiles& files, Problems& problems) {
  Collector collector(files, problems);
  for (const DriverSection& driver : scenario.drivers) {
    collector.visit(driver.value);
    for (const Figure& figure : driver.series) collector.visit(figure);
    collector.visit(driver.growth);
    if (driver.noise) collector.visit(driver.noise->sd);
  }
  for (const StreamSection& stream : scenario.streams) {
    collector.visit(stream.formula);
    if (stream.staffing) visit_staffing(*stream.staffing, collector);
    collector.visit(stream.margin);
    collector.visit(stream.cost);
    collector.visit(stream.cashable);
    if (!stream.release) continue;
    collector.visit(stream.release->attrition);
    collector.visit(stream.release->redundancies);
    collector.visit(stream.release->severance);
  }
  for (const LinkSection& link : scenario.links) {
    for (const LinkCause& cause : link.causes) collector.visit(cause.coefficient);
    collector.visit(link.attribution);
  }
  for (const InitiativeSection& initiative : scenario.initiatives) visit_initiative(initiative, collector);
  for (const DriverSection& driver : scenario.drivers) {
    if (driver.noise) collector.add_noise(driver, scenario.time.steps);
  }
  collector.add_worlds(scenario.worlds);
  return collector.take();
}

}  // namespace wayworth::scenarios
