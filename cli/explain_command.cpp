#include "cli/explain_command.hpp"

#include <fmt/format.h>

#include <ostream>

#include "cli/failure.hpp"
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

template <class Id, class Items>
void add_keys(const Items& items, std::vector<std::string>& keys, std::vector<reports::Explained>& ids) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    keys.push_back(items[i].key);
    ids.emplace_back(static_cast<Id>(i));
  }
}

/// What the name means; without a name, every initiative and then every stream.
std::vector<reports::Explained> subjects_named(const std::string& name, const Model& model) {
  std::vector<std::string> keys;
  std::vector<reports::Explained> ids;
  add_keys<engine::InitiativeId>(model.initiatives, keys, ids);
  add_keys<engine::StreamId>(model.streams, keys, ids);
  if (name.empty()) return ids;
  add_keys<engine::DriverId>(model.drivers, keys, ids);
  std::vector<reports::Explained> found;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == name) found.push_back(ids[i]);
  }
  if (!found.empty()) return found;
  throw UsageError(
      fmt::format("no initiative, driver or stream is called '{}'{}", name, scenarios::suggestion(name, keys)));
}

}  // namespace

ExitCode explain_command(const ExplainOptions& options, const Streams& streams) {
  const scenarios::ReadResult read = read_scenario(options.scenario, streams, Warnings::silent);
  if (!read.model) return ExitCode::wrong_scenario;
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
