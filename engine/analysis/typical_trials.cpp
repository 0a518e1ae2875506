#include "engine/analysis/typical_trials.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

namespace {

constexpr std::uint64_t first_trials = 3;
constexpr double probabilities[] = {0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1.0};

}  // namespace

std::vector<TypicalTrial> typical_trials(const Results& results) {
  std::vector<TypicalTrial> chosen;
  if (results.manifest.point) return chosen;
  const std::span<const double> npv = results.column({}, Measure::npv);
  const auto add = [&chosen](TypicalTrial one) {
    const bool is_known =
        std::any_of(chosen.begin(), chosen.end(), [&](const TypicalTrial& other) { return other.trial == one.trial; });
    if (!is_known) chosen.push_back(one);
  };
  std::vector<double> sorted(npv.begin(), npv.end());
  std::sort(sorted.begin(), sorted.end());
  for (const double p : probabilities) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const double wanted = sorted[static_cast<std::size_t>(std::lround(place))];
    const auto found = std::find(npv.begin(), npv.end(), wanted);
    add({static_cast<std::uint64_t>(found - npv.begin()), p});
  }
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(first_trials, npv.size()); ++i) add({i, std::nullopt});
  return chosen;
}

}  // namespace wayworth::engine
