#include "cli/solve_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>

#include "cli/failure.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/solve_target.hpp"
#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/analysis/sensitivity/roots.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/report.hpp"
#include "reports/terminal.hpp"

namespace wayworth::cli {

namespace {

using Suffix = scenarios::Syntax::Suffix;

/// A figure of the scenario in the form it is typed in.
std::string typed(double value, Suffix suffix) {
  if (suffix == Suffix::bare) return fmt::format("{}", value);
  return fmt::format("{}{}", 100.0 * value, suffix == Suffix::percent ? "%" : "pp");
}

struct Range {
  double from = 0.0;
  double to = 0.0;
  Suffix suffix = Suffix::bare;
};

/// The scenario with one figure at any value.
class VariedScenario {
public:
  VariedScenario(const SolveOptions& options, const Streams& streams)
      : options_(options), streams_(streams), source_(options.scenario, streams) {}

  [[nodiscard]] scenarios::ReadResult unchanged() const { return source_.read(); }

  /// From now on the roadmap is this one, whatever is varied: a figure is compared with nothing else changed.
  void keep_roadmap(const std::vector<engine::Option>& roadmap) { roadmap_ = roadmap; }

  [[nodiscard]] scenarios::ReadResult at(const std::string& figure) const {
    scenarios::ReadResult changed = source_.read({options_.vary + "=" + figure});
    if (changed.model && changed.roadmap_is_open) changed.model->options = roadmap_;
    return changed;
  }

  /// Nothing where the scenario or the simulation has no answer.
  [[nodiscard]] std::optional<engine::Estimate> figure_at(const std::string& figure, const SolveTarget& target) const {
    const scenarios::ReadResult changed = at(figure);
    if (!changed.model) return std::nullopt;
    const engine::Plan plan = engine::compile_only(*changed.model, {target.output});
    try {
      const engine::Results results = simulate(plan, *changed.model);
      return target.figure_in(engine::summarise(results.columns.front().values, results.manifest.replicates));
    } catch (const engine::TrialFailure&) {
      return std::nullopt;
    }
  }

private:
  engine::Results simulate(const engine::Plan& plan, const engine::Model& model) const {
    if (options_.point) return engine::simulate_point(plan, *options_.point);
    engine::RunSettings settings = settings_of(options_.simulation, model);
    settings.progress = [this](double) { return !streams_.terminal.interrupted(); };
    try {
      return engine::simulate(plan, settings);
    } catch (const engine::RunStopped&) {
      throw Interrupted();
    }
  }

  const SolveOptions& options_;
  const Streams& streams_;
  ScenarioSource source_;
  std::vector<engine::Option> roadmap_;
};

Range typed_range(const SolveOptions& options) {
  const scenarios::Constant from = constant_in("--from", options.from);
  const scenarios::Constant to = constant_in("--to", options.to);
  if (!(from.value < to.value)) throw UsageError("--from must be less than --to");
  return {from.value, to.value, scenarios::combined(from.suffix, to.suffix)};
}

/// Where to search, from what is typed or from what the figure may be anyway.
Range range_of(const SolveOptions& options, const engine::Model& model) {
  if (options.from.empty() != options.to.empty()) throw UsageError("--from and --to go together");
  if (!options.from.empty()) return typed_range(options);
  const auto input = std::find_if(model.inputs.begin(), model.inputs.end(),
                                  [&](const engine::Input& one) { return one.path == options.vary; });
  if (input == model.inputs.end()) {
    throw UsageError(
        fmt::format("{} is not an uncertain figure; say where to search with --from and --to", options.vary));
  }
  const engine::SearchRange range = engine::search_range(input->distribution);
  return {range.from, range.to, Suffix::bare};
}

/// Some figures have to be typed with % or pp: takes the first form that the scenario accepts.
/// \return false when there is none; the problems are then printed
bool find_form(const VariedScenario& scenario, Range& range, const Streams& streams) {
  const double middle = (range.from + range.to) / 2.0;
  if (scenario.at(typed(middle, range.suffix)).model) return true;
  for (const Suffix suffix : {Suffix::percent, Suffix::percentage_points}) {
    if (range.suffix != Suffix::bare || !scenario.at(typed(middle, suffix)).model) continue;
    range.suffix = suffix;
    return true;
  }
  const scenarios::ReadResult refused = scenario.at(typed(middle, range.suffix));
  streams.err << refused.problems.to_text(refused.file);
  return false;
}

/// A place where the target is met.
struct Place {
  double value = 0.0;
  double standard_error = 0.0;             ///< of `value`; infinite where it is unknown
  std::optional<engine::Estimate> output;  ///< what stands there
};

/// That of the output over its slope, from two places next to it.
double error_of_place(const VariedScenario& scenario, const SolveTarget& target, const Range& range, double value,
                      const std::optional<engine::Estimate>& output) {
  const double step = (range.to - range.from) / 64.0;
  const auto before = scenario.figure_at(typed(value - step, range.suffix), target);
  const auto after = scenario.figure_at(typed(value + step, range.suffix), target);
  if (!output || !before || !after) return std::numeric_limits<double>::infinity();
  return output->standard_error / std::abs((after->value - before->value) / (2.0 * step));
}

/// Writes what was found in the forms in which the scenario and people have it.
class SolveReport {
public:
  SolveReport(const SolveOptions& options, const SolveTarget& target, const Range& range, const engine::Model& model)
      : options_(options), target_(target), range_(range), model_(model) {
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
      if (model.inputs[i].path == options.vary) input_ = static_cast<engine::InputId>(i);
    }
  }

  [[nodiscard]] reports::Report of_places(const std::vector<Place>& places) const {
    const std::string output = options_.target.substr(0, options_.target.find('='));
    reports::Table table{"", "", {}, {}};
    table.columns = {{options_.vary, reports::Align::right, 1, false},
                     {"Standard error", reports::Align::right, 2, false},
                     {output + " there", reports::Align::right, 1, false}};
    for (const Place& place : places) {
      const bool has_error = std::isfinite(place.standard_error) && place.standard_error > 0.0;
      table.rows.push_back({reports::Instead{value_text({place.value, place.standard_error})},
                            reports::Instead{has_error ? value_text({place.standard_error, place.standard_error}) : ""},
                            reports::Instead{output_text(place.output)}});
    }
    return {title(),
            {std::move(table), reports::Paragraph{fmt::format(
                                   "Searched from {} to {}, on the same draws throughout; nothing else was changed.",
                                   value_text({range_.from, 0.0}), value_text({range_.to, 0.0}))}}};
  }

  [[nodiscard]] reports::Report of_nothing(const std::optional<engine::Estimate>& at_from,
                                           const std::optional<engine::Estimate>& at_to) const {
    const std::string output = options_.target.substr(0, options_.target.find('='));
    const std::string from = value_text({range_.from, 0.0});
    const std::string to = value_text({range_.to, 0.0});
    return {title(),
            {reports::Answer{fmt::format("None from {} to {}.", from, to)},
             reports::Paragraph{fmt::format("{} is {} at {} and {} at {}.", output, output_text(at_from), from,
                                            output_text(at_to), to)}}};
  }

private:
  [[nodiscard]] std::string title() const { return fmt::format("{} for {}", options_.vary, options_.target); }

  [[nodiscard]] std::string value_text(const engine::Estimate& value) const {
    if (range_.suffix == Suffix::bare && input_) return reports::input_value_text(model_, *input_, value);
    const bool is_bare = range_.suffix == Suffix::bare;
    const double factor = is_bare ? 1.0 : 100.0;
    const bool has_error = std::isfinite(value.standard_error) && value.standard_error > 0.0;
    const std::string figure =
        has_error
            ? reports::grouped(factor * value.value, reports::decimals_supported(factor * value.standard_error, 6))
            : reports::plain_figure(factor * value.value);
    return figure + (is_bare ? "" : (range_.suffix == Suffix::percent ? " %" : " pp"));
  }

  [[nodiscard]] std::string output_text(const std::optional<engine::Estimate>& figure) const {
    if (!figure || !std::isfinite(figure->value)) return "no figure";
    if (target_.statistic == Statistic::probability_of_loss) {
      const std::uint64_t trials = settings_of(options_.simulation, model_).trials;
      return reports::percent(figure->value, options_.point ? 1 : trials);
    }
    const engine::MeasureUnit unit = engine::traits_of(target_.output.measure).unit;
    const bool is_money = unit == engine::MeasureUnit::money || unit == engine::MeasureUnit::money_per_year;
    if (is_money && figure->standard_error > 0.0) {
      return model_.currency + " " + reports::compact_money_with_error(figure->value, figure->standard_error);
    }
    return figure->standard_error > 0.0
               ? reports::grouped(figure->value, reports::decimals_supported(figure->standard_error, 4))
               : reports::plain_figure(figure->value);
  }

  const SolveOptions& options_;
  const SolveTarget& target_;
  const Range& range_;
  const engine::Model& model_;
  std::optional<engine::InputId> input_;  ///< the figure, where it is uncertain
};

}  // namespace

ExitCode solve_command(const SolveOptions& options, const Streams& streams) {
  VariedScenario scenario(options, streams);
  scenarios::ReadResult read = scenario.unchanged();
  print_problems(read, streams, Warnings::silent);
  if (!read.model) return ExitCode::wrong_scenario;
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  scenario.keep_roadmap(read.model->options);
  const SolveTarget target = solve_target(options.target, *read.model);
  Range range = range_of(options, *read.model);
  if (!find_form(scenario, range, streams)) return ExitCode::wrong_scenario;
  const auto distance = [&](double value) {
    const auto figure = scenario.figure_at(typed(value, range.suffix), target);
    return figure ? figure->value - target.value : std::numeric_limits<double>::quiet_NaN();
  };
  const std::vector<double> places = engine::sign_changes(distance, range.from, range.to);
  const reports::TerminalStyle style = style_for(streams.terminal, options.display);
  const auto output_at = [&](double value) { return scenario.figure_at(typed(value, range.suffix), target); };
  std::vector<Place> found;
  for (const double value : places) {
    const auto output = output_at(value);
    found.push_back({value, error_of_place(scenario, target, range, value, output), output});
  }
  const SolveReport words(options, target, range, *read.model);
  const reports::Report report =
      found.empty() ? words.of_nothing(output_at(range.from), output_at(range.to)) : words.of_places(found);
  begin_output(streams.terminal);
  streams.out << to_terminal_text(report, style);
  return ExitCode::done;
}

}  // namespace wayworth::cli
