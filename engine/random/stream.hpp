#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/random/philox.hpp"

namespace wayworth::engine {

/// What a random number is for: numbers with different purposes never share an address.
enum class Purpose : std::uint32_t {
  trial = 0,  ///< the draws of independent trials
  latin_hypercube_order = 1,
  latin_hypercube_place = 2,  ///< within the stratum
  sobol_scramble = 3,
  shapley_order = 4,  ///< orders of initiatives, for what each contributes
  resampling = 6,     ///< permutations and possible curves behind standard errors
  sobol_padding = 9,  ///< the coordinates beyond those that have direction numbers
};

/// The 64-bit id of an input, from its permanent path in UTF-8 ("drivers.margin").
/// Source: Fowler, Noll and Vo, FNV-1a 64.
constexpr std::uint64_t stream_id(std::string_view path) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : path) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return hash;
}

/// Where one random number lives. The same address gives the same number on every machine, for any number of threads
/// and any block size; numbers at different addresses may be used as independent draws.
struct DrawAddress {
  std::uint64_t seed = 0;    ///< the run's seed, as the user gave it
  std::uint64_t stream = 0;  ///< stream_id of the input's path, so that adding an input leaves other draws alone
  std::uint64_t trial = 0;   ///< index of the trial, from 0, below max_trials
  std::uint32_t draw = 0;    ///< for an input that needs more than one number a trial; below 2^25
  Purpose purpose = Purpose::trial;
};

/// The trial index fills one 32-bit word of the generator's counter.
inline constexpr std::uint64_t max_trials = std::uint64_t{1} << 32U;

/// What an input draws in one of several independent repetitions of a sampling design.
struct ReplicateAddress {
  std::uint64_t seed = 0;
  std::uint64_t stream = 0;  ///< stream_id of the input's path
  std::uint32_t replicate = 0;
};

/// Where one block of four random words lives.
struct BlockAddress {
  std::uint64_t seed = 0;
  std::uint64_t stream = 0;
  std::uint64_t index = 0;  ///< of the trial, point or row, from 0, below max_trials
  std::uint32_t block = 0;  ///< below 2^24: of the trial's draws, two a block; or the replicate
  Purpose purpose = Purpose::trial;
};

/// The four words at an address. \throws InputError when the index or the block is beyond its limit.
PhiloxBlock random_words(const BlockAddress& address);

/// The uniform number at an address: an odd multiple of 2^-53, so strictly inside (0, 1), and a quantile function may
/// take it as it is.
/// \throws InputError when the trial or the draw is beyond its limit.
double uniform(const DrawAddress& address);

/// The first 64 bits of the blocks first.index, first.index + 1, ..., several at a time.
/// \throws InputError when first.index + out.size() is beyond max_trials.
void fill_words(const BlockAddress& first, std::span<std::uint64_t> out);

/// The same as uniform numbers; with purpose `trial` and block 0 these are draw 0 of every trial.
void fill_uniform(const BlockAddress& first, std::span<double> out);

}  // namespace wayworth::engine
