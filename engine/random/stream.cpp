#include "engine/random/stream.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstddef>

#include "engine/core/input_error.hpp"
#include "engine/random/philox.hpp"
#include "engine/random/philox_words.hpp"

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

PhiloxSequence sequence_of(const BlockAddress& first) {
  const Counter counter = counter_of(first);
  return {counter.key, {counter.purpose_and_block, low_word(counter.stream), high_word(counter.stream)}};
}

constexpr std::uint64_t first_half(const PhiloxBlock& words) {
  return words[0] | std::uint64_t{words[1]} << 32U;
}
constexpr std::uint64_t second_half(const PhiloxBlock& words) {
  return words[2] | std::uint64_t{words[3]} << 32U;
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
  check_trials(first.index, out.size());
  fill_philox_words(sequence_of(first), low_word(first.index), out);
}

void fill_uniform(const BlockAddress& first, std::span<double> out) {
  check_trials(first.index, out.size());
  fill_philox_uniforms(sequence_of(first), low_word(first.index), out);
}

}  // namespace wayworth::engine
