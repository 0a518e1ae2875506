#include "cli/sensitivity_command.hpp"

#include <ostream>

#include "cli/failure.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/sensitivity_questions.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "reports/sensitivity_report.hpp"
#include "reports/terminal.hpp"

namespace wayworth::cli {

namespace {

engine::Sensitivity analyse(const SensitivityOptions& options, const scenarios::ReadResult& read,
                            const Streams& streams) {
  engine::SensitivitySettings settings{.run = settings_of(options.simulation, *read.model),
                                       .with_variance_shares = options.variance};
  settings.run.progress = [&](double) { return !streams.terminal.interrupted(); };
  for (const std::string& table : options.tables) settings.tables.push_back(table_asked_for(table, *read.model));
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

}  // namespace

ExitCode sensitivity_command(const SensitivityOptions& options, const Streams& streams) {
  scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::silent);
  if (!read.model) return ExitCode::wrong_scenario;
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  const engine::Sensitivity found = analyse(options, read, streams);
  if (options.json == "-") {
    streams.out << reports::to_json(*read.model, found);
    return ExitCode::done;
  }
  const reports::TerminalStyle style = style_for(streams.terminal, options.display);
  streams.out << to_terminal_text(reports::sensitivity_report(*read.model, found, options.rows), style);
  if (!options.json.empty()) write_files({{options.json, reports::to_json(*read.model, found)}});
  return ExitCode::done;
}

}  // namespace wayworth::cli
