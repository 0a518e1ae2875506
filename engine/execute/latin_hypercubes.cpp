#include "engine/execute/latin_hypercubes.hpp"

#include <utility>

namespace wayworth::engine {

LatinHypercubes::LatinHypercubes(std::uint64_t seed, std::vector<std::uint64_t> streams, const Replicates& replicates)
    : seed_(seed), streams_(std::move(streams)), replicates_(replicates), places_(streams_.size() * replicates.count) {}

void LatinHypercubes::fill(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out) {
  take(input, replicate, out.size())->fill(first, out);
}

std::shared_ptr<const LatinHypercube> LatinHypercubes::take(std::size_t input, std::uint64_t replicate,
                                                            std::uint64_t trials) {
  Place& place = places_[input * replicates_.count + replicate];
  const std::lock_guard lock(place.mutex);
  if (!place.hypercube) {
    const ReplicateAddress address{seed_, streams_[input], static_cast<std::uint32_t>(replicate)};
    place.hypercube = std::make_shared<const LatinHypercube>(address, replicates_.trials_each);
    place.drawn = 0;
  }
  place.drawn += trials;
  if (place.drawn < replicates_.trials_each) return place.hypercube;
  return std::exchange(place.hypercube, nullptr);
}

}  // namespace wayworth::engine
