#include "engine/stats/dominance_frequency.hpp"

#include <vector>

#include "engine/random/philox.hpp"
#include "engine/stats/dominance.hpp"

namespace wayworth::engine {

DominanceFrequency dominance_frequency(std::span<const double> x, std::span<const double> y, std::size_t resamples,
                                       std::uint64_t seed) {
  PhiloxEngine words(seed);
  DominanceFrequency frequency;
  std::vector<double> some_x(x.size());
  std::vector<double> some_y(y.size());
  const double share = 1.0 / static_cast<double>(resamples);
  for (std::size_t round = 0; round < resamples; ++round) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      const auto trial = static_cast<std::size_t>((std::uint64_t{words()} * x.size()) >> 32);
      some_x[i] = x[trial];
      some_y[i] = y[trial];
    }
    if (dominates_first_order(some_x, some_y)) frequency.first_order += share;
    if (dominates_second_order(some_x, some_y)) frequency.second_order += share;
  }
  frequency.almost = almost_dominance_of(x, y);
  return frequency;
}

}  // namespace wayworth::engine
