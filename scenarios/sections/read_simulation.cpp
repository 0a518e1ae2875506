#include "scenarios/sections/read_simulation.hpp"

#include <limits>

namespace wayworth::scenarios {
namespace {

constexpr std::array<Key, 3> keys = {{{"trials"}, {"seed"}, {"sampling"}}};

constexpr std::array<Choice<engine::Sampling>, 3> samplings = {{
    {"sobol", engine::Sampling::sobol},
    {"latin_hypercube", engine::Sampling::latin_hypercube},
    {"random", engine::Sampling::random},
}};

}  // namespace

const SectionKeys simulation_keys = {"simulation", keys};

engine::SimulationDefaults read_simulation(const DocumentNode& node, Problems& problems) {
  const MapReader reader(node, "simulation", keys, problems);
  engine::SimulationDefaults simulation;
  if (const DocumentNode* const trials = reader.find("trials")) {
    simulation.trials = whole_number(*trials, "simulation.trials", 1, max_trials, problems).value_or(simulation.trials);
  }
  if (const DocumentNode* const seed = reader.find("seed")) {
    simulation.seed = whole_number(*seed, "simulation.seed", 0, std::numeric_limits<std::uint64_t>::max(), problems)
                          .value_or(simulation.seed);
  }
  simulation.sampling = reader.choice("sampling", samplings).value_or(simulation.sampling);
  return simulation;
}

}  // namespace wayworth::scenarios
