#include "cli/explain_command.hpp"

#include <fmt/format.h>

#include <ostream>

#include "cli/failure.hpp"
#include "cli/read_scenario.hpp"
#include "engine/execute/input_columns.hpp"
#include "reports/explain.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::cli {

namespace {

using engine::Model;

double at_point(const engine::Distribution& distribution, engine::Point point) {
  switch (point) {
    case engine::Point::mode:
      return engine::mode(distribution);
    case engine::Point::median:
      return engine::quantile(distribution, 0.5);
    case engine::Point::mean:
      return engine::mean(distribution);
  }
  throw std::logic_error("an unknown point");
}

/// The same draws, to the bit, as in a run.
std::vector<double> drawn_inputs(const ExplainOptions& options, const Model& model) {
  const engine::SimulationDefaults& scenario = model.simulation;
  const engine::Sampling sampling = options.sampling.value_or(scenario.sampling);
  const engine::Replicates replicates = engine::replicates_for(sampling, options.trials.value_or(scenario.trials));
  const std::uint64_t trial = *options.trial - 1;
  if (trial >= replicates.trials()) {
    throw UsageError(fmt::format("--trial: the run has {} trials; say how many with --trials", replicates.trials()));
  }
  engine::InputColumns columns(model, {options.seed.value_or(scenario.seed), sampling, replicates});
  std::vector<double> values(model.inputs.size());
  for (std::size_t i = 0; i < values.size(); ++i) columns.fill(static_cast<engine::InputId>(i), trial, {&values[i], 1});
  return values;
}

std::vector<double> inputs_of(const ExplainOptions& options, const Model& model) {
  if (options.trial) return drawn_inputs(options, model);
  std::vector<double> values;
  for (const engine::Input& input : model.inputs) values.push_back(at_point(input.distribution, options.point));
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
  const std::vector<double> inputs = inputs_of(options, *read.model);
  const reports::TerminalStyle style{width_for(streams.terminal, options.display.width),
                                     colour_for(streams.terminal, options.display.no_color)};
  const std::vector<reports::Explained> subjects = subjects_named(options.name, *read.model);
  for (const reports::Explained& subject : subjects) {
    if (&subject != &subjects.front()) streams.out << "\n";
    streams.out << to_terminal_text(reports::explain(*read.model, inputs, subject), style);
  }
  if (options.trial) streams.out << "\n" << to_terminal_text(reports::explain_trial(*read.model, inputs), style);
  return ExitCode::done;
}

}  // namespace wayworth::cli
