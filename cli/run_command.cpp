#include "cli/run_command.hpp"

#include <fmt/format.h>

#include <ostream>
#include <set>
#include <utility>

#include "cli/failure.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "cli/simulate_model.hpp"
#include "cli/write_files.hpp"
#include "engine/analysis/findings.hpp"
#include "engine/lint/lint.hpp"
#include "reports/csv.hpp"
#include "reports/csv_register.hpp"
#include "reports/digits.hpp"
#include "reports/html.hpp"
#include "reports/json.hpp"
#include "reports/make_report.hpp"
#include "reports/markdown.hpp"
#include "reports/terminal.hpp"
#include "reports/workbook/make_workbook.hpp"
#include "reports/workbook/write_xlsx.hpp"
#include "scenarios/review.hpp"

namespace wayworth::cli {

namespace {

constexpr std::size_t file_width = 100;  ///< of report.txt, whatever the terminal

/// What only a run can tell is said after it; the rest was said when the scenario was read.
void print_new_warnings(const scenarios::ReadResult& read, const scenarios::Problems& open, const Streams& streams) {
  std::set<std::string> said;
  for (const scenarios::Problem& problem : read.problems.sorted()) said.insert(to_text(problem, read.file));
  for (const scenarios::Problem& problem : open.sorted()) {
    const std::string text = to_text(problem, read.file);
    if (!said.contains(text)) streams.err << text << "\n";
  }
}

/// A run, with what the linter makes of its findings.
SimulatedModel simulate_and_judge(const RunOptions& options, const scenarios::ReadResult& read,
                                  const Streams& streams) {
  const Keep keep = options.output_directory.empty() ? Keep::results : Keep::results_and_sensitivity;
  SimulatedModel simulated = simulate_model(options, *read.model, read.hash, streams, keep);
  scenarios::Review judged = scenarios::review(read, engine::lint(*read.model, simulated.findings), true);
  if (!options.quiet) print_new_warnings(read, judged.open, streams);
  simulated.findings.warnings = std::move(judged.all);
  return simulated;
}

void add_csv(std::vector<OutputFile>& files, const std::filesystem::path& directory, const engine::Model& model,
             const engine::Findings& findings) {
  for (std::vector<reports::CsvFile> some :
       {reports::to_csv(model, findings), reports::register_csv(model, findings)}) {
    for (reports::CsvFile& file : some) files.push_back({directory / file.name, std::move(file.content)});
  }
}

void check_places(const RunOptions& options) {
  if (!options.json.empty() && options.json != "-") check_can_write(options.json);
  for (const std::filesystem::path& directory : {options.csv_directory, options.output_directory}) {
    if (!directory.empty()) check_can_write_into(directory);
  }
}

std::vector<OutputFile> files_to_write(const RunOptions& options, const engine::Model& model,
                                       const SimulatedModel& simulated) {
  const engine::Findings& findings = simulated.findings;
  std::vector<OutputFile> files;
  if (options.all_trials) {
    if (simulated.results.manifest.kept_trials) {
      throw UsageError("--all-trials: so many trials do not fit into --memory; give it more, or take fewer trials");
    }
    const std::filesystem::path& tables =
        options.csv_directory.empty() ? options.output_directory : options.csv_directory;
    reports::CsvFile trials = reports::trials_csv(model, simulated.results);
    files.push_back({tables / trials.name, std::move(trials.content)});
  }
  if (!options.json.empty() && options.json != "-") files.push_back({options.json, reports::to_json(model, findings)});
  if (!options.csv_directory.empty()) add_csv(files, options.csv_directory, model, findings);
  if (options.output_directory.empty()) return files;
  const reports::TerminalStyle style{options.display.width.value_or(file_width), reports::Colour::none};
  const std::filesystem::path& directory = options.output_directory;
  const reports::ReportExtras extras{.of_run = simulated.sensitivity ? &*simulated.sensitivity : nullptr};
  files.push_back({directory / "report.html", reports::to_html(model, findings, extras)});
  files.push_back({directory / "report.txt", to_terminal_text(reports::make_report(model, findings), style)});
  files.push_back({directory / "summary.md", to_markdown(reports::make_summary(model, findings))});
  files.push_back({directory / "model.xlsx", reports::to_xlsx(reports::make_workbook(model, findings))});
  files.push_back({directory / "results.json", reports::to_json(model, findings)});
  add_csv(files, directory, model, findings);
  return files;
}

void print_answer(const RunOptions& options, const engine::Model& model, const engine::Findings& findings,
                  const Streams& streams) {
  if (options.json == "-") {
    streams.out << reports::to_json(model, findings);
    return;
  }
  const reports::TerminalStyle style = style_for(streams.terminal, options.display);
  streams.out << reports::to_terminal_text(reports::make_report(model, findings), style);
}

/// Why the run has as many trials as it has.
std::string stopping_text(const engine::Stopping& stopping) {
  const std::string trials = reports::grouped(static_cast<double>(stopping.trials), 0);
  if (stopping.is_met) return fmt::format("Stopped at {} trials: all that --until asks for holds.\n", trials);
  return fmt::format("Stopped at {} trials, the most that --until tries. This does not hold yet: {}.\n", trials,
                     fmt::join(stopping.open, ", "));
}

}  // namespace

ExitCode run_command(const RunOptions& options, const Streams& streams) {
  const Warnings warnings = options.quiet ? Warnings::silent : Warnings::shown;
  scenarios::ReadResult read = read_scenario(options.scenario, streams, warnings);
  if (!read.model) return ExitCode::wrong_scenario;
  check_places(options);
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  const SimulatedModel simulated = simulate_and_judge(options, read, streams);
  if (streams.terminal.interrupted()) throw Interrupted();
  print_answer(options, *read.model, simulated.findings, streams);
  const std::vector<OutputFile> files = files_to_write(options, *read.model, simulated);
  write_files(files);
  if (!options.quiet) {
    if (simulated.stopping) streams.err << stopping_text(*simulated.stopping);
    for (const OutputFile& file : files) streams.err << "Wrote " << file.path.string() << "\n";
  }
  return ExitCode::done;
}

}  // namespace wayworth::cli
