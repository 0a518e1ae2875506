#include "cli/report_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <system_error>

#include "cli/comparison_files.hpp"
#include "cli/failure.hpp"
#include "cli/kept_scenario.hpp"
#include "cli/write_files.hpp"
#include "engine/core/input_error.hpp"
#include "reports/saved_comparison.hpp"
#include "reports/saved_run.hpp"
#include "reports/terminal.hpp"
#include "scenarios/messages/read_error.hpp"

namespace wayworth::cli {

namespace {

std::string text_in(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

[[noreturn]] void fail_to_read(const std::string& name, const std::string& why) {
  throw scenarios::ReadError(name + ": " + why);
}

std::string results_text(const std::string& name, std::istream& standard_input) {
  if (name == "-") return text_in(standard_input);
  std::error_code ignored;
  if (std::filesystem::is_directory(name, ignored)) fail_to_read(name, "is a directory; name the results.json in it");
  errno = 0;
  std::ifstream file(name, std::ios::binary);
  if (!file) fail_to_read(name, "cannot be opened: " + std::generic_category().message(errno));
  std::string text = text_in(file);
  if (file.bad()) fail_to_read(name, "cannot be read");
  return text;
}

/// The model of a scenario that was kept, options not yet those of the results.
engine::Model model_of(const reports::ScenarioText& scenario, std::uint64_t hash) {
  scenarios::ReadResult read = read_kept_model(from_text(scenario));
  if (read.hash != hash) {
    throw engine::InputError(
        "results: they do not hold their scenario word for word, as when a file of it is not UTF-8; run it again");
  }
  if (!read.model) {
    throw engine::InputError("results: this Wayworth does not take their scenario any more; run it again:\n" +
                             read.problems.to_text(read.file));
  }
  return std::move(*read.model);
}

void write(const std::vector<OutputFile>& files, const ReportOptions& options, const Streams& streams) {
  begin_output(streams.terminal);
  write_files(files);
  if (!options.quiet) list_written(files, streams.err);
}

void print(const reports::Report& report, const ReportOptions& options, const Streams& streams) {
  begin_output(streams.terminal);
  streams.out << to_terminal_text(report, style_for(streams.terminal, options.display));
}

ExitCode report_run(const reports::SavedRun& run, const ReportOptions& options, const Streams& streams) {
  const reports::ScenarioText scenario = run.scenario();
  engine::Model model = model_of(scenario, run.scenario_hash());
  run.complete(model);
  const engine::Findings findings = run.findings(model);
  const auto of_run = run.of_run(model);
  const auto sensitivity = run.sensitivity(model);
  const auto roadmap = run.roadmap(model);
  const engine::BrokenLimits limits = run.limits(model);
  const ReportSource source{
      model,
      findings,
      {of_run ? &*of_run : nullptr, sensitivity ? &*sensitivity : nullptr, roadmap ? &*roadmap : nullptr, &limits},
      scenario};
  if (options.output_directory.empty()) {
    print(printed_of(source, options.prints_all), options, streams);
  } else {
    write(report_files(source, options.formats, options.output_directory), options, streams);
  }
  return ExitCode::done;
}

/// Those that were asked for; all that a comparison has when none was.
std::vector<ReportFormat> formats_of_comparison(const ReportOptions& options) {
  if (options.formats.size() == all_report_formats.size()) {
    return {comparison_formats.begin(), comparison_formats.end()};
  }
  for (const ReportFormat format : options.formats) {
    if (std::find(comparison_formats.begin(), comparison_formats.end(), format) != comparison_formats.end()) continue;
    throw UsageError(fmt::format("--format: a comparison has html, txt, md and json, no {}", name_of(format)));
  }
  return options.formats;
}

ExitCode report_comparison(const reports::SavedComparison& saved, const ReportOptions& options,
                           const Streams& streams) {
  std::vector<engine::Model> models;
  for (const reports::ComparedScenario& scenario : saved.scenarios()) {
    models.push_back(model_of(scenario.text, scenario.hash));
  }
  const reports::ComparisonStory story = saved.story(models);
  if (options.output_directory.empty()) {
    print(comparison_report(story), options, streams);
  } else {
    write(comparison_files(story, formats_of_comparison(options), options.output_directory), options, streams);
  }
  return ExitCode::done;
}

}  // namespace

ExitCode report_command(const ReportOptions& options, const Streams& streams) {
  if (!options.output_directory.empty()) check_can_write_into(options.output_directory);
  const reports::SavedDocument document(results_text(options.results, streams.in));
  if (document.is_comparison()) return report_comparison(reports::SavedComparison(document), options, streams);
  return report_run(reports::SavedRun(document), options, streams);
}

}  // namespace wayworth::cli
