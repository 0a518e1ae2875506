#pragma once

#include <cstdint>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/results.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::engine {

/// What the options are worth in one of the worlds.
struct WorldFindings {
  std::size_t world = 0;     ///< place in Worlds::list
  std::uint64_t trials = 0;  ///< in it
  std::vector<Summary>
      npv;  ///< of the programme of each option, with the errors of independent trials; empty without trials
  std::size_t best = 0;  ///< the option with the greatest mean there
};

/// By world, in the order of the model; empty when there is but one, or without chance.
std::vector<WorldFindings> find_worlds(const Model& model, const Results& results);

/// The world of each trial, as its place in Worlds::list; made again from the draws alone.
/// \param worlds  of the model that was simulated
std::vector<std::size_t> world_of_trials(const Worlds& worlds, const Model& model, const Manifest& manifest);

}  // namespace wayworth::engine
