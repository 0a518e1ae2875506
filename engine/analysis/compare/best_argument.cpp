#include "engine/analysis/compare/best_argument.hpp"

#include <algorithm>
#include <cmath>

#include "engine/analysis/sensitivity/bins.hpp"
#include "engine/stats/confidence.hpp"
#include "engine/stats/moments.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t tenths = 10;
/// Of some hundred inputs with two ends each, one in a hundred comparisons errs by so many standard errors or more.
constexpr double beyond_chance = 4.0;

std::uint64_t wins_among(std::span<const double> gain, std::span<const std::uint32_t> trials) {
  return static_cast<std::uint64_t>(
      std::count_if(trials.begin(), trials.end(), [&](std::uint32_t trial) { return gain[trial] > 0.0; }));
}

Stronghold stronghold_of(const NamedColumn& input, const Bins& bins, bool is_high, std::span<const double> gain) {
  const auto trials = bins.trials(is_high ? bins.count() - 1 : 0);
  const Estimate won = share_estimate(wins_among(gain, trials), trials.size());
  Moments gains;
  for (const std::uint32_t trial : trials) gains.add({&gain[trial], 1});
  const double limit = input.values[is_high ? trials.front() : trials.back()];
  return {input.path, is_high, limit, trials.size(), won, gains.mean_estimate()};
}

/// Whether it wins there oftener than chance explains.
bool stands_out(const Stronghold& place, double share_everywhere) {
  const double error = std::sqrt(share_everywhere * (1.0 - share_everywhere) / static_cast<double>(place.trials));
  return place.share_won.value - share_everywhere > beyond_chance * error;
}

}  // namespace

BestArgument best_argument(std::span<const double> gain, std::span<const NamedColumn> inputs) {
  BestArgument argument;
  argument.trials = gain.size();
  Moments won;
  for (const double& one : gain) {
    if (one > 0.0) won.add({&one, 1});
  }
  argument.share_won = static_cast<double>(won.count()) / static_cast<double>(gain.size());
  argument.mean_gain_when_won = won.mean();
  for (const NamedColumn& input : inputs) {
    const Bins bins(input.values, tenths);
    if (bins.count() < 2) continue;
    for (const bool is_high : {false, true}) {
      Stronghold place = stronghold_of(input, bins, is_high, gain);
      if (stands_out(place, argument.share_won)) argument.strongholds.push_back(std::move(place));
    }
  }
  auto& places = argument.strongholds;
  std::stable_sort(places.begin(), places.end(),
                   [](const Stronghold& a, const Stronghold& b) { return a.share_won.value > b.share_won.value; });
  if (places.size() > most_strongholds) places.resize(most_strongholds);
  return argument;
}

}  // namespace wayworth::engine
