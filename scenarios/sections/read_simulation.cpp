#include "scenarios/sections/read_simulation.hpp"

#include <limits>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<engine::Sampling>, 3> samplings = {{
    {"sobol", engine::Sampling::sobol},
    {"latin_hypercube", engine::Sampling::latin_hypercube},
    {"random", engine::Sampling::random},
}};

constexpr std::array<Key, 3> keys = {{
    {"trials", Use::optional, shapes::whole_number<1, max_trials>, "how often everything is drawn"},
    {"seed", Use::optional, shapes::whole_number<0>, "which luck: the same seed gives the same figures"},
    {"sampling", Use::optional, shapes::one_of<samplings>,
     "how numbers are drawn: `sobol` covers all inputs together evenly and comes closest for the same trials, "
     "`latin_hypercube` each input by itself, `random` draws independent trials"},
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
