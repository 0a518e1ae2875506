#include "engine/analysis/sensitivity/tail_profile.hpp"

#include <algorithm>
#include <cmath>

#include "engine/stats/moments.hpp"

namespace wayworth::engine {

namespace {

Moments moments_in(std::span<const std::uint32_t> trials, std::span<const double> values) {
  std::vector<double> chosen;
  chosen.reserve(trials.size());
  for (const std::uint32_t trial : trials) chosen.push_back(values[trial]);
  Moments moments;
  moments.add(chosen);
  return moments;
}

TailShift shift_of(const DrawnInput& input, std::span<const std::uint32_t> worst) {
  Moments all;
  all.add(input.values);
  std::vector<double> percentiles = input.sorted.average_ranks();
  for (double& rank : percentiles) rank = (rank - 0.5) / static_cast<double>(percentiles.size());
  return {input.id,
          all.mean(),
          moments_in(worst, input.values).mean_estimate(),
          moments_in(worst, percentiles).mean_estimate(),
          {}};
}

double distance(const TailShift& shift) {
  return std::abs(shift.percentile.value - 0.5);
}

std::span<const std::uint32_t> worst_of(const SortedColumn& sorted, double share) {
  const auto wanted = static_cast<std::size_t>(share * static_cast<double>(sorted.count()));
  return sorted.order().first(std::max<std::size_t>(2, wanted));
}

}  // namespace

TailProfile tail_profile(const std::vector<const DrawnInput*>& inputs, std::span<const double> output, double share) {
  const SortedColumn sorted(output);
  const std::span<const std::uint32_t> worst = worst_of(sorted, share);
  TailProfile profile{share, worst.size(), moments_in(worst, output).mean_estimate(), {}};
  for (const DrawnInput* const input : inputs) profile.inputs.push_back(shift_of(*input, worst));
  std::stable_sort(profile.inputs.begin(), profile.inputs.end(),
                   [](const TailShift& a, const TailShift& b) { return distance(a) > distance(b); });
  return profile;
}

void add_worlds(const OrderedWorlds& worlds, std::span<const double> output, TailProfile& profile) {
  const auto shift = std::find_if(profile.inputs.begin(), profile.inputs.end(),
                                  [&](const TailShift& one) { return one.input == worlds.input; });
  if (shift == profile.inputs.end()) return;
  shift->mean = 0.0;
  shift->in_tail = {};
  shift->by_world.resize(worlds.worlds.size());
  const auto world_of = [&](std::size_t trial) {
    return worlds.worlds[static_cast<std::size_t>(worlds.values[trial])];
  };
  for (std::size_t trial = 0; trial < output.size(); ++trial) {
    shift->by_world[world_of(trial)].in_all += 1.0;
  }
  const SortedColumn sorted(output);
  const std::span<const std::uint32_t> worst = worst_of(sorted, profile.share);
  for (const std::uint32_t trial : worst) {
    shift->by_world[world_of(trial)].in_tail += 1.0;
  }
  for (TailShift::WorldShare& share : shift->by_world) {
    share.in_all /= static_cast<double>(output.size());
    share.in_tail /= static_cast<double>(worst.size());
  }
}

}  // namespace wayworth::engine
