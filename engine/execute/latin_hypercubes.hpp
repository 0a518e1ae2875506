#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "engine/random/latin_hypercube.hpp"
#include "engine/random/sampling.hpp"

namespace wayworth::engine {

/// The Latin hypercubes of all inputs and replicates of a run. One is made when its first trial is asked for and
/// dropped when all of its trials were drawn, so that a run holds those of the few replicates it is working in and not
/// four bytes for every input and trial. Any number of threads may ask.
class LatinHypercubes {
public:
  LatinHypercubes(std::uint64_t seed, std::vector<std::uint64_t> streams, const Replicates& replicates);

  /// \param first  trial of the replicate
  void fill(std::size_t input, std::uint64_t replicate, std::uint64_t first, std::span<double> out);

private:
  struct Place {
    std::mutex mutex;
    std::shared_ptr<const LatinHypercube> hypercube;
    std::uint64_t drawn = 0;  ///< trials of it
  };

  std::shared_ptr<const LatinHypercube> take(std::size_t input, std::uint64_t replicate, std::uint64_t trials);

  std::uint64_t seed_;
  std::vector<std::uint64_t> streams_;  ///< by input
  Replicates replicates_;
  std::vector<Place> places_;  ///< by input and replicate
};

}  // namespace wayworth::engine
