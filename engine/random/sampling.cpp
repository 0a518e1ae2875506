#include "engine/random/sampling.hpp"

#include <bit>
#include <stdexcept>

namespace wayworth::engine {

Replicates replicates_for(Sampling sampling, std::uint64_t trials) {
  const std::uint64_t trials_each = (trials + replicate_count - 1) / replicate_count;
  switch (sampling) {
    case Sampling::sobol:
      return {replicate_count, std::bit_ceil(trials_each)};
    case Sampling::latin_hypercube:
      return {replicate_count, trials_each};
    case Sampling::random:
      return {1, trials};
  }
  throw std::logic_error("a sampling method without replicates");
}

}  // namespace wayworth::engine
