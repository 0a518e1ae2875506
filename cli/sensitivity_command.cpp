#include "cli/sensitivity_command.hpp"

#include <ostream>

#include "cli/failure.hpp"
#include "cli/kept_scenario.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/report_files.hpp"
#include "cli/sensitivity_questions.hpp"
#include "cli/simulate_model.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/lint/lint.hpp"
#include "reports/sensitivity_report.hpp"
#include "reports/terminal.hpp"
#include "scenarios/review.hpp"

namespace wayworth::cli {

namespace {

engine::Sensitivity analyse(const SensitivityOptions& options, const scenarios::ReadResult& read,
                            const Streams& streams) {
  engine::SensitivitySettings settings{.run = settings_of(options.simulation, *read.model),
                                       .with_variance_shares = options.variance};
  settings.run.progress = [&](double) { return !streams.terminal.interrupted(); };
  for (const std::string& table : options.tables) settings.tables.push_back(table_asked_for(table, *read.model));
  for (const std::string& target : options.targets) {
    settings.targets.push_back(target_asked_for(target, *read.model));
  }
  for (const std::string& pilot : options.pilots) settings.pilots.push_back(pilot_asked_for(pilot, *read.model));
  try {
    engine::Sensitivity found = engine::analyse_sensitivity(*read.model, settings);
    found.manifest.scenario_hash = read.hash;
    return found;
  } catch (const engine::RunStopped&) {
    throw Interrupted();
  } catch (const engine::TrialFailure& failure) {
    report_failed_trial(failure, options.scenario, settings.run);
  }
}

/// What a run of the same trials finds: the rest of report.html.
engine::Findings findings_of_run(const SensitivityOptions& options, const scenarios::ReadResult& read,
                                 const Streams& streams) {
  RunOptions run;
  run.scenario = options.scenario;
  run.simulation = options.simulation;
  run.quiet = options.quiet;
  engine::Findings findings = simulate_model(run, *read.model, read.hash, streams).findings;
  findings.warnings = scenarios::review(read, engine::lint(*read.model, findings), true).all;
  return findings;
}

std::vector<OutputFile> files_to_write(const SensitivityOptions& options, const scenarios::ReadResult& read,
                                       const engine::Sensitivity& found, const Streams& streams) {
  std::vector<OutputFile> files;
  if (!options.json.empty() && options.json != "-")
    files.push_back({options.json, reports::to_json(*read.model, found)});
  if (options.output_directory.empty()) return files;
  const engine::Findings findings = findings_of_run(options, read, streams);
  const reports::ScenarioText scenario = to_text(read.kept);
  const ReportSource source{*read.model, findings, {.sensitivity = &found}, scenario};
  for (OutputFile& file : asked_files(source, "", options.output_directory)) files.push_back(std::move(file));
  return files;
}

void check_places(const SensitivityOptions& options) {
  if (!options.json.empty() && options.json != "-") check_can_write(options.json);
  if (!options.output_directory.empty()) check_can_write_into(options.output_directory);
}

}  // namespace

ExitCode sensitivity_command(const SensitivityOptions& options, const Streams& streams) {
  scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::silent);
  if (!read.model) return ExitCode::wrong_scenario;
  check_places(options);
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  const engine::Sensitivity found = analyse(options, read, streams);
  const std::vector<OutputFile> files = files_to_write(options, read, found, streams);
  begin_output(streams.terminal);
  if (options.json == "-") {
    streams.out << reports::to_json(*read.model, found);
  } else {
    const reports::TerminalStyle style = style_for(streams.terminal, options.display);
    streams.out << to_terminal_text(reports::sensitivity_report(*read.model, found, options.rows), style);
  }
  write_files(files);
  if (!options.quiet) list_written(files, streams.err);
  return ExitCode::done;
}

}  // namespace wayworth::cli
