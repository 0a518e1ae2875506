#include "cli/typed_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "cli/failure.hpp"
#include "cli/typed_words.hpp"
#include "cli/until_option.hpp"

namespace wayworth::cli {

namespace {

ReportFormat format_named(const std::string& name) {
  for (const ReportFormat format : all_report_formats) {
    if (name == name_of(format)) return format;
  }
  throw UsageError(fmt::format("--format: '{}' must be html, txt, md, xlsx, json, csv, or several with commas", name));
}

/// Each once, in the order in which a run writes them.
std::vector<ReportFormat> formats_in(const std::string& text) {
  std::vector<ReportFormat> named;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    named.push_back(format_named(text.substr(start, end - start)));
    start = end + 1;
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

}  // namespace

SimulationOptions TypedOptions::simulation_options() const {
  SimulationOptions simulation;
  if (!trials.empty()) simulation.trials = whole_number("--trials", trials, 1, most_trials);
  if (!seed.empty()) simulation.seed = whole_number("--seed", seed, 0, std::numeric_limits<std::uint64_t>::max());
  if (!sampling.empty()) simulation.sampling = sampling_named(sampling);
  if (!threads.empty()) simulation.threads = whole_number("--threads", threads, 1, 1024);
  return simulation;
}

std::optional<engine::Point> TypedOptions::point_without(const std::optional<std::uint64_t>& asked_trials) const {
  if (point.empty()) return std::nullopt;
  const engine::Point named = point_named(point);
  if (asked_trials) throw UsageError("--point is a run of one trial; leave out --trials");
  return named;
}

std::optional<std::size_t> TypedOptions::columns() const {
  if (width.empty()) return std::nullopt;
  return whole_number("--width", width, 40, 1000);
}

void TypedOptions::put_into(RunOptions& options) const {
  options.simulation = simulation_options();
  options.point = point_without(options.simulation.trials);
  if (!until.empty()) options.until = stopping_rule(until);
  if (options.until && options.point) throw UsageError("--point has no chance to make smaller; leave out --until");
  if (!memory.empty()) options.memory = memory_size("--memory", memory);
  options.csv_directory = csv_directory;
  options.output_directory = output_directory;
  options.display.width = columns();
  if (options.all_trials && csv_directory.empty() && output_directory.empty()) {
    throw UsageError("--all-trials writes trials.csv beside other files; say where with -o or --csv");
  }
}

void TypedOptions::put_into(RoadmapOptions& options) const {
  RunOptions& run = options.run;
  options.budget = budget;
  run.simulation = simulation_options();
  run.output_directory = output_directory;
  run.display.width = columns();
}

void TypedOptions::put_into(CompareOptions& options) const {
  options.simulation = simulation_options();
  options.point = point_without(options.simulation.trials);
  options.output_directory = output_directory;
  options.display.width = columns();
}

void TypedOptions::put_into(SensitivityOptions& options) const {
  options.simulation = simulation_options();
  if (!rows.empty()) options.rows = whole_number("--rows", rows, 1, 1000);
  options.output_directory = output_directory;
  options.display.width = columns();
}

void TypedOptions::put_into(SolveOptions& options) const {
  options.simulation = simulation_options();
  options.point = point_without(options.simulation.trials);
  options.display.width = columns();
}

void TypedOptions::put_into(ExplainOptions& options) const {
  if (!trial.empty()) options.trial = whole_number("--trial", trial, 1, most_trials);
  if (!point.empty()) options.point = point_named(point);
  if (options.trial && !point.empty()) throw UsageError("--trial and --point exclude each other");
  options.simulation = simulation_options();
  options.display.width = columns();
}

void TypedOptions::put_into(ReportOptions& options) const {
  options.formats.assign(all_report_formats.begin(), all_report_formats.end());
  if (!formats.empty()) options.formats = formats_in(formats);
  if (!formats.empty() && output_directory.empty()) throw UsageError("--format is of files; say where with -o");
  options.output_directory = output_directory;
  options.display.width = columns();
}

}  // namespace wayworth::cli
