#include "engine/analysis/sensitivity/pilot.hpp"

#include <algorithm>
#include <cmath>

#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {

bool can_be_counted(const Distribution& distribution) {
  return minimum(distribution) >= 0.0 && maximum(distribution) <= 1.0;
}

std::vector<double> pilot_results(const Pilot& pilot, const std::string& path, std::span<const double> values,
                                  std::uint64_t seed) {
  std::vector<double> luck(values.size());
  fill_uniform({.seed = seed, .stream = stream_id("pilot of " + path), .purpose = Purpose::resampling}, luck);
  std::vector<double> results(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (pilot.observation_sd) {
      const double error = *pilot.observation_sd / std::sqrt(pilot.observations);
      results[i] = values[i] + error * standard_normal_quantile(luck[i]);
    } else {
      const double share = std::clamp(values[i], 0.0, 1.0);
      results[i] = Binomial::make(pilot.observations, share).quantile(luck[i]) / pilot.observations;
    }
  }
  return results;
}

}  // namespace wayworth::engine
