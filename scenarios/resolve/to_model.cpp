#include "scenarios/resolve/to_model.hpp"

#include <utility>

#include "scenarios/resolve/collect_inputs.hpp"
#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/name_table.hpp"
#include "scenarios/resolve/resolve_correlations.hpp"
#include "scenarios/resolve/resolve_drivers.hpp"
#include "scenarios/resolve/resolve_initiatives.hpp"
#include "scenarios/resolve/resolve_links.hpp"
#include "scenarios/resolve/resolve_options.hpp"
#include "scenarios/resolve/resolve_roadmap.hpp"
#include "scenarios/resolve/resolve_segments.hpp"
#include "scenarios/resolve/resolve_streams.hpp"
#include "scenarios/resolve/resolve_worlds.hpp"

namespace wayworth::scenarios {

std::optional<engine::Model> to_model(const Scenario& scenario, DataFiles& files, Problems& problems) {
  CollectedInputs collected = collect_inputs(scenario, files, problems);
  NameTable names(scenario, problems);
  const QuantityBuilder builder(names, collected, problems);
  const QuantityFitter fitter(builder, collected.inputs, scenario.time);
  engine::Model model;
  model.name = scenario.name;
  model.client = scenario.client;
  model.currency = scenario.currency;
  model.time = scenario.time;
  model.discounting = scenario.discounting;
  model.tax = scenario.tax;
  model.terminal_value = scenario.terminal_value;
  model.simulation = scenario.simulation;
  model.stocks.resize(scenario.segments.size());
  check_worlds(scenario, builder);
  model.worlds = resolve_worlds(scenario, builder);
  model.drivers = resolve_drivers(scenario, names, fitter, model.stocks);
  model.segments = resolve_segments(scenario, fitter, model.drivers, model.stocks);
  model.links = resolve_links(scenario, fitter);
  model.streams = resolve_streams(scenario, names, fitter, model.stocks);
  const RoleTable roles(scenario);
  model.initiatives = resolve_initiatives(scenario, roles, fitter);
  model.phases = scenario.roadmap.phases;
  if (scenario.initiatives_are_known) model.limits = resolve_roadmap(scenario, roles, problems);
  if (scenario.initiatives_are_known) model.options = resolve_options(scenario, model.initiatives, problems);
  model.correlations = resolve_correlations(scenario, collected, problems);
  model.inputs = std::move(collected.inputs);
  if (problems.has_errors()) return std::nullopt;
  return model;
}

}  // namespace wayworth::scenarios
