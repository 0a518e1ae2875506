#include "engine/random/stream.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstddef>

#include "engine/core/input_error.hpp"
#include "engine/random/philox.hpp"

// Compiles a kernel once for each instruction set; the loader picks the one for the processor it finds. It does so
// before the address sanitizer is ready, hence not there.
#if defined(__x86_64__) && defined(__ELF__) && !defined(__SANITIZE_ADDRESS__)
#define WAYWORTH_VECTOR_KERNEL [[gnu::target_clones("avx512f", "avx2", "default")]]
#else
#define WAYWORTH_VECTOR_KERNEL
#endif

namespace wayworth::engine {
namespace {

constexpr std::uint32_t low_word(std::uint64_t x) {
  return static_cast<std::uint32_t>(x);
}
constexpr std::uint32_t high_word(std::uint64_t x) {
  return static_cast<std::uint32_t>(x >> 32U);
}

/// (floor(w / 2^12) + 1/2) 2^-52, exactly: the top 52 bits become the fraction of a double in [1, 2).
double to_unit_interval(std::uint64_t word) {
  constexpr std::uint64_t bits_of_one = 0x3FF0000000000000U;
  return (std::bit_cast<double>(bits_of_one | (word >> 12U)) - 1.0) + 0x1p-53;
}

void check_trials(std::uint64_t first, std::uint64_t count) {
  if (count > max_trials || first > max_trials - count) {
    throw InputError(fmt::format("{} trials from {} on: a run has at most {} trials", count, first, max_trials));
  }
}

constexpr std::size_t lanes = 16;

/// The counter words of neighbouring trials, word by word, so that a round is the same operation in every lane.
struct Lanes {
  std::array<std::uint32_t, lanes> c0, c1, c2, c3;
};

WAYWORTH_VECTOR_KERNEL
void fill_lanes(PhiloxKey first_key, std::uint64_t stream, std::uint32_t first_trial, double* out, std::size_t groups) {
  for (std::size_t group = 0; group < groups; ++group) {
    Lanes x;
    for (std::size_t i = 0; i < lanes; ++i) {
      x.c0[i] = first_trial + static_cast<std::uint32_t>(group * lanes + i);
      x.c1[i] = 0;
      x.c2[i] = low_word(stream);
      x.c3[i] = high_word(stream);
    }
    PhiloxKey key = first_key;
    for (int round = 0; round < philox_rounds; ++round) {
      for (std::size_t i = 0; i < lanes; ++i) {
        const std::uint64_t first = std::uint64_t{philox_multiplier[0]} * x.c0[i];
        const std::uint64_t second = std::uint64_t{philox_multiplier[1]} * x.c2[i];
        x.c0[i] = high_word(second) ^ x.c1[i] ^ key[0];
        x.c1[i] = low_word(second);
        x.c2[i] = high_word(first) ^ x.c3[i] ^ key[1];
        x.c3[i] = low_word(first);
      }
      key[0] += philox_key_increment[0];
      key[1] += philox_key_increment[1];
    }
    for (std::size_t i = 0; i < lanes; ++i) {
      out[group * lanes + i] = to_unit_interval(x.c0[i] | (std::uint64_t{x.c1[i]} << 32U));
    }
  }
}

}  // namespace

double uniform(const DrawAddress& at) {
  check_trials(at.trial, 1);
  constexpr std::uint32_t max_draws = 1U << 25U;
  if (at.draw >= max_draws) {
    throw InputError(fmt::format("draw {}: a trial has at most {} draws a stream", at.draw, max_draws));
  }
  const std::uint32_t purpose_and_block = static_cast<std::uint32_t>(at.purpose) << 24U | at.draw / 2;
  const PhiloxBlock words =
      philox4x32({low_word(at.trial), purpose_and_block, low_word(at.stream), high_word(at.stream)},
                 {low_word(at.seed), high_word(at.seed)});
  const std::size_t first = at.draw % 2 == 0 ? 0 : 2;
  return to_unit_interval(words[first] | std::uint64_t{words[first + 1]} << 32U);
}

void fill_uniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t first_trial, std::span<double> out) {
  check_trials(first_trial, out.size());
  const PhiloxKey key = {low_word(seed), high_word(seed)};
  const std::size_t groups = out.size() / lanes;
  fill_lanes(key, stream, low_word(first_trial), out.data(), groups);
  for (std::size_t i = groups * lanes; i < out.size(); ++i) {
    out[i] = uniform({.seed = seed, .stream = stream, .trial = first_trial + i});
  }
}

}  // namespace wayworth::engine
