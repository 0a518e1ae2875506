#include "engine/random/stream.hpp"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <cstddef>

#include "engine/core/input_error.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/vector_kernel.hpp"

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

/// What every block of one call has in common.
struct Counter {
  PhiloxKey key;
  std::uint32_t purpose_and_block;
  std::uint64_t stream;
};

Counter counter_of(const BlockAddress& at) {
  constexpr std::uint32_t max_blocks = 1U << 24U;
  if (at.block >= max_blocks) {
    throw InputError(fmt::format("block {} of a stream: there are at most {}", at.block, max_blocks));
  }
  return {{low_word(at.seed), high_word(at.seed)}, static_cast<std::uint32_t>(at.purpose) << 24U | at.block, at.stream};
}

/// The words of blocks `first` to `first` + lanes - 1; inlined, so that it takes the instructions of the kernel.
[[gnu::always_inline]] inline Lanes random_lanes(const Counter& counter, std::uint32_t first) {
  Lanes x;
  for (std::size_t i = 0; i < lanes; ++i) {
    x.c0[i] = first + static_cast<std::uint32_t>(i);
    x.c1[i] = counter.purpose_and_block;
    x.c2[i] = low_word(counter.stream);
    x.c3[i] = high_word(counter.stream);
  }
  PhiloxKey key = counter.key;
  for (int round = 0; round < philox_rounds; ++round) {
    for (std::size_t i = 0; i < lanes; ++i) {
      const std::uint64_t first_product = std::uint64_t{philox_multiplier[0]} * x.c0[i];
      const std::uint64_t second_product = std::uint64_t{philox_multiplier[1]} * x.c2[i];
      x.c0[i] = high_word(second_product) ^ x.c1[i] ^ key[0];
      x.c1[i] = low_word(second_product);
      x.c2[i] = high_word(first_product) ^ x.c3[i] ^ key[1];
      x.c3[i] = low_word(first_product);
    }
    key[0] += philox_key_increment[0];
    key[1] += philox_key_increment[1];
  }
  return x;
}

WAYWORTH_VECTOR_KERNEL
void fill_lanes(const Counter& counter, std::uint32_t first, double* out, std::size_t groups) {
  for (std::size_t done = 0; done < groups * lanes; done += lanes) {
    const Lanes x = random_lanes(counter, first + static_cast<std::uint32_t>(done));
    for (std::size_t i = 0; i < lanes; ++i) out[done + i] = to_unit_interval(x.c0[i] | std::uint64_t{x.c1[i]} << 32U);
  }
}

WAYWORTH_VECTOR_KERNEL
void fill_lanes(const Counter& counter, std::uint32_t first, std::uint64_t* out, std::size_t groups) {
  for (std::size_t done = 0; done < groups * lanes; done += lanes) {
    const Lanes x = random_lanes(counter, first + static_cast<std::uint32_t>(done));
    for (std::size_t i = 0; i < lanes; ++i) out[done + i] = x.c0[i] | std::uint64_t{x.c1[i]} << 32U;
  }
}

constexpr std::uint64_t first_half(const PhiloxBlock& words) {
  return words[0] | std::uint64_t{words[1]} << 32U;
}
constexpr std::uint64_t second_half(const PhiloxBlock& words) {
  return words[2] | std::uint64_t{words[3]} << 32U;
}

/// Whole groups of blocks by the kernel, what is left one by one.
template <class Number, class FromWord>
void fill(const BlockAddress& first, std::span<Number> out, FromWord from_word) {
  check_trials(first.index, out.size());
  const std::size_t groups = out.size() / lanes;
  fill_lanes(counter_of(first), low_word(first.index), out.data(), groups);
  BlockAddress at = first;
  for (std::size_t i = groups * lanes; i < out.size(); ++i) {
    at.index = first.index + i;
    out[i] = from_word(first_half(random_words(at)));
  }
}

}  // namespace

PhiloxBlock random_words(const BlockAddress& at) {
  check_trials(at.index, 1);
  const Counter counter = counter_of(at);
  return philox4x32({low_word(at.index), counter.purpose_and_block, low_word(at.stream), high_word(at.stream)},
                    counter.key);
}

double uniform(const DrawAddress& at) {
  constexpr std::uint32_t max_draws = 1U << 25U;
  if (at.draw >= max_draws) {
    throw InputError(fmt::format("draw {}: a trial has at most {} draws a stream", at.draw, max_draws));
  }
  const PhiloxBlock words = random_words({at.seed, at.stream, at.trial, at.draw / 2, at.purpose});
  return to_unit_interval(at.draw % 2 == 0 ? first_half(words) : second_half(words));
}

void fill_words(const BlockAddress& first, std::span<std::uint64_t> out) {
  fill(first, out, [](std::uint64_t word) { return word; });
}

void fill_uniform(const BlockAddress& first, std::span<double> out) {
  fill(first, out, to_unit_interval);
}

}  // namespace wayworth::engine
