#include "scenarios/sections/read_scenario.hpp"

#include "scenarios/sections/likely_currency.hpp"
#include "scenarios/sections/read_accept.hpp"
#include "scenarios/sections/read_benefits.hpp"
#include "scenarios/sections/read_correlations.hpp"
#include "scenarios/sections/read_costs.hpp"
#include "scenarios/sections/read_drivers.hpp"
#include "scenarios/sections/read_effects.hpp"
#include "scenarios/sections/read_finance.hpp"
#include "scenarios/sections/read_header.hpp"
#include "scenarios/sections/read_initiatives.hpp"
#include "scenarios/sections/read_links.hpp"
#include "scenarios/sections/read_options.hpp"
#include "scenarios/sections/read_over_time.hpp"
#include "scenarios/sections/read_roadmap.hpp"
#include "scenarios/sections/read_segments.hpp"
#include "scenarios/sections/read_simulation.hpp"
#include "scenarios/sections/read_staffing.hpp"
#include "scenarios/sections/read_streams.hpp"
#include "scenarios/sections/read_time.hpp"
#include "scenarios/sections/read_worlds.hpp"

namespace wayworth::scenarios {

std::span<const SectionKeys> all_section_keys() {
  static const std::array all = {
      root_keys,
      time_keys,
      finance_keys,
      rates_by_year_keys,
      terminal_value_keys,
      simulation_keys,
      driver_keys,
      noise_keys,
      stream_keys,
      release_keys,
      workload_keys,
      queue_keys,
      segment_keys,
      segment_customers_keys,
      segment_churn_keys,
      segment_tenure_keys,
      segment_acquired_keys,
      segment_margin_keys,
      segment_churn_noise_keys,
      segment_acquired_noise_keys,
      segment_margin_noise_keys,
      link_keys,
      initiative_keys,
      effect_keys,
      benefit_keys,
      cost_keys,
      rollout_keys,
      world_keys,
      world_effect_keys,
      correlation_keys,
      roadmap_keys,
      phase_keys,
      at_least_keys,
      at_most_keys,
      window_keys,
      blackout_keys,
      self_funding_keys,
      goal_keys,
      option_keys,
      accept_keys,
  };
  return all;
}

namespace {

/// Whether a section could be read as a map, or is left out; not when its key is misspelt.
bool is_known(const MapReader& root, std::string_view section) {
  const DocumentNode* const node = root.find(section);
  return node == nullptr ? !root.states(section) : node->is_map();
}

}  // namespace

Scenario read_scenario(const Document& document, Problems& problems) {
  const MapReader root(document.root, "", root_keys.keys, problems);
  Scenario scenario;
  read_header(root, scenario);
  if (scenario.currency.empty()) scenario.currency = likely_currency(document.root);
  ReadContext context = {scenario.currency, scenario.estimates, problems};
  if (const auto* const node = root.find("time")) scenario.time = read_time(*node, problems);
  if (const auto* const node = root.find("finance")) read_finance(*node, context, scenario);
  context.one_off_costs_at_start = scenario.one_off_costs_at_start;
  if (const auto* const node = root.find("simulation")) scenario.simulation = read_simulation(*node, problems);
  if (const auto* const node = root.find("drivers")) scenario.drivers = read_drivers(*node, context);
  if (const auto* const node = root.find("streams")) scenario.streams = read_streams(*node, context);
  if (const auto* const node = root.find("segments")) read_segments(*node, context, scenario);
  if (const auto* const node = root.find("links")) scenario.links = read_links(*node, context);
  if (const auto* const node = root.find("initiatives")) scenario.initiatives = read_initiatives(*node, context);
  if (const auto* const node = root.find("worlds")) scenario.worlds = read_worlds(*node, context);
  if (const auto* const node = root.find("correlations")) scenario.correlations = read_correlations(*node, context);
  if (const auto* const node = root.find("roadmap")) scenario.roadmap = read_roadmap(*node, scenario.time, context);
  if (const auto* const node = root.find("options")) scenario.options = read_options(*node, scenario.time, problems);
  if (const auto* const node = root.find("accept")) scenario.acceptances = read_accept(*node, problems);
  scenario.names_are_known = is_known(root, "drivers") && is_known(root, "streams") && is_known(root, "segments");
  scenario.initiatives_are_known = is_known(root, "initiatives");
  return scenario;
}

}  // namespace wayworth::scenarios
