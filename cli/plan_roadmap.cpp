#include "cli/plan_roadmap.hpp"

#include <ostream>
#include <utility>
#include <variant>

#include "cli/failure.hpp"
#include "reports/roadmap_report.hpp"

namespace wayworth::cli {

engine::OptimiseSettings search_settings(const SimulationOptions& options, const engine::Model& model,
                                         const Streams& streams) {
  engine::OptimiseSettings settings;
  settings.seed = options.seed.value_or(model.simulation.seed);
  settings.sampling = options.sampling.value_or(model.simulation.sampling);
  settings.is_stopped = [&streams] { return streams.terminal.interrupted(); };
  return settings;
}

engine::Model with_roadmap(engine::Model model, const engine::Schedule& schedule) {
  model.options.insert(model.options.begin(), engine::Option{"roadmap", "Roadmap within the limits", schedule});
  return model;
}

bool plan_open_roadmap(scenarios::ReadResult& read, const SimulationOptions& options, const Streams& streams) {
  if (!read.roadmap_is_open) return true;
  engine::Model& model = *read.model;
  engine::RoadmapSearch search(model, search_settings(options, model, streams));
  const auto outcome = search.optimise();
  if (streams.terminal.interrupted()) throw Interrupted();
  if (const auto* const none = std::get_if<engine::NoRoadmap>(&outcome)) {
    streams.err << reports::no_roadmap_text(model, *none);
    return false;
  }
  const engine::Schedule schedule = std::get<engine::OptimisedRoadmap>(outcome).best.schedule;
  model = with_roadmap(std::move(model), schedule);
  return true;
}

}  // namespace wayworth::cli
