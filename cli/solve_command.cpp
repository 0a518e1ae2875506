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

/// The same for people.
std::string shown(double value, Suffix suffix) {
  if (suffix == Suffix::bare) return fmt::format("{:.6g}", value);
  return fmt::format("{:.6g} {}", 100.0 * value, suffix == Suffix::percent ? "%" : "pp");
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

std::string figure_text(const std::optional<engine::Estimate>& figure) {
  if (!figure || !std::isfinite(figure->value)) return "no figure";
  return reports::plain_figure(figure->value);
}

reports::Report report_of(const SolveOptions& options, const VariedScenario& scenario, const SolveTarget& target,
                          const Range& range, const std::vector<double>& places) {
  const std::string output = options.target.substr(0, options.target.find('='));
  reports::Report report{fmt::format("{} for {}", options.vary, options.target), {}};
  if (places.empty()) {
    const std::string from = typed(range.from, range.suffix);
    const std::string to = typed(range.to, range.suffix);
    report.blocks.push_back(reports::Answer{fmt::format("None from {} to {}.", from, to)});
    report.blocks.push_back(reports::Paragraph{fmt::format("{} is {} at {} and {} at {}.", output,
                                                           figure_text(scenario.figure_at(from, target)), from,
                                                           figure_text(scenario.figure_at(to, target)), to)});
    return report;
  }
  reports::Table table{"", "", {}, {}};
  table.columns = {{options.vary, reports::Align::right, 1, false}, {output, reports::Align::right, 1, false}};
  for (const double place : places) {
    table.rows.push_back({reports::Instead{shown(place, range.suffix)},
                          reports::Instead{figure_text(scenario.figure_at(typed(place, range.suffix), target))}});
  }
  report.blocks.push_back(std::move(table));
  report.blocks.push_back(
      reports::Paragraph{fmt::format("Searched from {} to {}, on the same draws throughout; nothing else was changed.",
                                     shown(range.from, range.suffix), shown(range.to, range.suffix))});
  return report;
}

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
  const reports::Report report = report_of(options, scenario, target, range, places);
  begin_output(streams.terminal);
  streams.out << to_terminal_text(report, style);
  return ExitCode::done;
}

}  // namespace wayworth::cli
