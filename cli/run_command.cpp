#include "cli/run_command.hpp"

#include <fmt/format.h>

#include <ostream>
#include <set>
#include <utility>

#include "cli/failure.hpp"
#include "cli/kept_scenario.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/report_files.hpp"
#include "cli/simulate_model.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/findings.hpp"
#include "engine/lint/lint.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/csv_register.hpp"
#include "reports/digits.hpp"
#include "reports/make_report.hpp"
#include "reports/terminal.hpp"
#include "scenarios/review.hpp"

namespace wayworth::cli {

namespace {

/// What only a run can tell is said after it; the rest was said when the scenario was read.
void print_new_warnings(const scenarios::ReadResult& read, const scenarios::Problems& open, const Streams& streams) {
  std::set<std::string> said;
  for (const scenarios::Problem& problem : read.problems.sorted()) said.insert(to_text(problem, read.file));
  scenarios::Problems unsaid;
  for (const scenarios::Problem& problem : open.sorted()) {
    if (!said.contains(to_text(problem, read.file))) unsaid.add(problem);
  }
  streams.err << unsaid.to_brief_text(read.file);
}

/// A run, with what the linter makes of its findings.
SimulatedModel simulate_and_judge(const RunOptions& options, const scenarios::ReadResult& read,
                                  const Streams& streams) {
  const bool tells_all = !options.json.empty() || !options.output_directory.empty();
  const Keep keep = tells_all            ? Keep::results_and_sensitivity
                    : options.prints_all ? Keep::results
                                         : Keep::results_and_swings;
  SimulatedModel simulated = simulate_model(options, *read.model, read.hash, streams, keep);
  scenarios::Review judged = scenarios::review(read, engine::lint(*read.model, simulated.findings), true);
  if (!options.quiet) print_new_warnings(read, judged.open, streams);
  simulated.findings.warnings = std::move(judged.all);
  return simulated;
}

void check_places(const RunOptions& options) {
  if (!options.json.empty() && options.json != "-") check_can_write(options.json);
  for (const std::filesystem::path& directory : {options.csv_directory, options.output_directory}) {
    if (!directory.empty()) check_can_write_into(directory);
  }
}

std::vector<OutputFile> files_to_write(const RunOptions& options, const ReportSource& source,
                                       const engine::Results& results) {
  std::vector<OutputFile> files;
  const auto add = [&files](std::vector<OutputFile> more) {
    for (OutputFile& file : more) files.push_back(std::move(file));
  };
  if (options.all_trials) {
    const std::filesystem::path& tables =
        options.csv_directory.empty() ? options.output_directory : options.csv_directory;
    reports::CsvFile trials = reports::trials_csv(source.model, results);
    files.push_back({tables / trials.name, std::move(trials.content)});
  }
  if (!options.csv_directory.empty()) add(csv_files(source, options.csv_directory));
  add(asked_files(source, options.json, options.output_directory));
  return files;
}

void print_answer(const RunOptions& options, const ReportSource& source, const Streams& streams) {
  if (options.json == "-") {
    streams.out << source.json();
    return;
  }
  const reports::TerminalStyle style = style_for(streams.terminal, options.display);
  streams.out << to_terminal_text(printed_of(source, options.prints_all), style);
}

/// Why the run has as many trials as it has.
std::string stopping_text(const engine::Stopping& stopping, bool all_trials) {
  const std::string trials = reports::grouped(static_cast<double>(stopping.trials), 0);
  if (stopping.is_met) return fmt::format("Stopped at {} trials: all that --until asks for holds.\n", trials);
  const bool are_too_many = all_trials && 2 * stopping.trials <= engine::StoppingRule{}.most_trials;
  return fmt::format("Stopped at {} trials, the most that {}. This does not hold yet: {}.\n", trials,
                     are_too_many ? "--memory can hold for --all-trials" : "--until tries",
                     fmt::join(stopping.open, ", "));
}

}  // namespace

ExitCode run_command(const RunOptions& options, const Streams& streams) {
  const Warnings warnings = options.quiet ? Warnings::silent : Warnings::brief;
  scenarios::ReadResult read = read_scenario(options.scenario, streams, warnings);
  if (!read.model) return ExitCode::wrong_scenario;
  check_places(options);
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  const SimulatedModel simulated = simulate_and_judge(options, read, streams);
  const reports::ScenarioText scenario = to_text(read.kept);
  const engine::BrokenLimits limits =
      engine::broken_limits(*read.model, search_settings(options.simulation, *read.model, streams));
  const ReportSource source{*read.model,
                            simulated.findings,
                            {.of_run = simulated.sensitivity ? &*simulated.sensitivity : nullptr,
                             .limits = &limits,
                             .swings = &simulated.swings},
                            scenario};
  const std::vector<OutputFile> files = files_to_write(options, source, simulated.results);
  begin_output(streams.terminal);
  print_answer(options, source, streams);
  write_files(files);
  if (!options.quiet) {
    if (simulated.stopping) streams.err << stopping_text(*simulated.stopping, options.all_trials);
    list_written(files, streams.err);
  }
  return ExitCode::done;
}

}  // namespace wayworth::cli
