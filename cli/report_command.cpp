#include "cli/report_command.hpp"

#include <cerrno>
#include <fstream>
#include <istream>
#include <iterator>
#include <ostream>
#include <system_error>

#include "cli/kept_scenario.hpp"
#include "cli/write_files.hpp"
#include "engine/core/input_error.hpp"
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

/// The model that the run was made of, its roadmap included.
engine::Model model_of(const reports::SavedRun& run) {
  scenarios::ReadResult read = read_kept_model(from_text(run.scenario()));
  if (read.hash != run.scenario_hash()) {
    throw engine::InputError(
        "results: they do not hold their scenario word for word, as when a file of it is not UTF-8; run it again");
  }
  if (!read.model) {
    throw engine::InputError("results: this Wayworth does not take their scenario any more; run it again:\n" +
                             read.problems.to_text(read.file));
  }
  run.complete(*read.model);
  return std::move(*read.model);
}

}  // namespace

ExitCode report_command(const ReportOptions& options, const Streams& streams) {
  const bool writes_files = !options.output_directory.empty();
  if (writes_files) check_can_write_into(options.output_directory);
  const reports::SavedRun run(results_text(options.results, streams.in));
  const engine::Model model = model_of(run);
  const engine::Findings findings = run.findings(model);
  const auto of_run = run.of_run(model);
  const auto sensitivity = run.sensitivity(model);
  const auto roadmap = run.roadmap(model);
  const engine::BrokenLimits limits = run.limits(model);
  const reports::ScenarioText scenario = run.scenario();
  const ReportSource source{
      model,
      findings,
      {of_run ? &*of_run : nullptr, sensitivity ? &*sensitivity : nullptr, roadmap ? &*roadmap : nullptr, &limits},
      scenario};
  if (!writes_files) {
    begin_output(streams.terminal);
    streams.out << to_terminal_text(answer_of(source), style_for(streams.terminal, options.display));
    return ExitCode::done;
  }
  const std::vector<OutputFile> files = report_files(source, options.formats, options.output_directory);
  begin_output(streams.terminal);
  write_files(files);
  if (!options.quiet) list_written(files, streams.err);
  return ExitCode::done;
}

}  // namespace wayworth::cli
