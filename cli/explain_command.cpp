#include "cli/explain_command.hpp"

#include <fmt/format.h>

#include <ostream>

#include "cli/failure.hpp"
#include "cli/plan_roadmap.hpp"
#include "cli/read_scenario.hpp"
#include "engine/execute/input_columns.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/explain.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::cli {

namespace {

using engine::Model;

/// The same draws, to the bit, as in a run.
std::vector<double> drawn_inputs(const ExplainOptions& options, const Model& model) {
  const engine::RunSettings run = settings_of(options.simulation, model);
  const engine::Replicates replicates = engine::replicates_for(run.sampling, run.trials);
  const std::uint64_t trial = *options.trial - 1;
  if (trial >= replicates.trials()) {
    throw UsageError(fmt::format("--trial: the run has {} trials; say how many with --trials", replicates.trials()));
  }
  std::vector<engine::InputId> ids;
  for (std::size_t i = 0; i < model.inputs.size(); ++i) ids.push_back(static_cast<engine::InputId>(i));
  engine::InputColumns columns(model, {run.seed, run.sampling, replicates});
  std::vector<double> values;
  for (const std::vector<double>& column : columns.columns(ids, trial, 1)) values.push_back(column.front());
  return values;
}

struct Subject {
  std::string section;  ///< of the scenario: "streams"
  std::string key;
  reports::Explained id;
};

template <class Id, class Items>
void add_subjects(const std::string& section, const Items& items, std::vector<Subject>& subjects) {
  for (std::size_t i = 0; i < items.size(); ++i) subjects.push_back({section, items[i].key, static_cast<Id>(i)});
}

/// What the name means, as a key or as a path; without a name, every initiative and then every stream.
std::vector<reports::Explained> subjects_named(const std::string& name, const Model& model) {
  std::vector<Subject> subjects;
  add_subjects<engine::InitiativeId>("initiatives", model.initiatives, subjects);
  add_subjects<engine::StreamId>("streams", model.streams, subjects);
  if (!name.empty()) add_subjects<engine::DriverId>("drivers", model.drivers, subjects);
  std::vector<reports::Explained> found;
  std::vector<std::string> names;
  for (const Subject& subject : subjects) {
    const std::string path = subject.section + "." + subject.key;
    if (name.empty() || name == subject.key || name == path) found.push_back(subject.id);
    names.push_back(name.find('.') == std::string::npos ? subject.key : path);
  }
  if (!found.empty()) return found;
  throw UsageError(
      fmt::format("no initiative, driver or stream is called '{}'{}", name, scenarios::suggestion(name, names)));
}

}  // namespace

ExitCode explain_command(const ExplainOptions& options, const Streams& streams) {
  scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::silent);
  if (!read.model) return ExitCode::wrong_scenario;
  if (!plan_open_roadmap(read, options.simulation, streams)) return ExitCode::no_roadmap;
  const std::vector<double> inputs =
      options.trial ? drawn_inputs(options, *read.model) : engine::point_inputs(*read.model, options.point);
  const reports::TerminalStyle style = style_for(streams.terminal, options.display);
  const std::vector<reports::Explained> subjects = subjects_named(options.name, *read.model);
  for (const reports::Explained& subject : subjects) {
    if (&subject != &subjects.front()) streams.out << "\n";
    streams.out << to_terminal_text(reports::explain(*read.model, inputs, subject), style);
  }
  if (options.trial) streams.out << "\n" << to_terminal_text(reports::explain_trial(*read.model, inputs), style);
  return ExitCode::done;
}

}  // namespace wayworth::cli
