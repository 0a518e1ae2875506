#include "engine/random/latin_hypercube.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {
namespace {

/// The ranks of random words, from 0, equal words in their order. The words' leading bits deal them into about as many
/// bins as there are words, and few words share a bin, so that all of it takes linear time.
std::vector<std::uint32_t> ranks_of(std::span<const std::uint64_t> words) {
  const int bin_bits = std::max(1, static_cast<int>(std::bit_width(words.size())) - 1);
  const auto bin_of = [&](std::uint64_t word) { return static_cast<std::size_t>(word >> (64 - bin_bits)); };
  std::vector<std::uint32_t> ends((std::size_t{1} << bin_bits) + 1, 0);  // entry b + 1: where bin b ends
  for (const std::uint64_t word : words) ++ends[bin_of(word) + 1];
  for (std::size_t bin = 1; bin < ends.size(); ++bin) ends[bin] += ends[bin - 1];

  std::vector<std::uint32_t> sorted(words.size());
  for (std::size_t i = words.size(); i-- > 0;) {  // backwards, so that a bin keeps the order of equal words
    sorted[--ends[bin_of(words[i]) + 1]] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    for (std::size_t k = i; k > 0 && words[sorted[k]] < words[sorted[k - 1]]; --k) std::swap(sorted[k], sorted[k - 1]);
  }
  std::vector<std::uint32_t> ranks(words.size());
  for (std::size_t rank = 0; rank < sorted.size(); ++rank) ranks[sorted[rank]] = static_cast<std::uint32_t>(rank);
  return ranks;
}

}  // namespace

LatinHypercube::LatinHypercube(const ReplicateAddress& address, std::uint64_t trials) : address_(address) {
  std::vector<std::uint64_t> words(trials);
  fill_words({address.seed, address.stream, 0, address.replicate, Purpose::latin_hypercube_order}, words);
  strata_ = ranks_of(words);
}

void LatinHypercube::fill(std::uint64_t first, std::span<double> out) const {
  const std::uint64_t trials = strata_.size();
  if (out.size() > trials || first > trials - out.size()) {
    throw InputError(fmt::format("{} trials from {} on: the Latin hypercube has {}", out.size(), first, trials));
  }
  fill_uniform({address_.seed, address_.stream, first, address_.replicate, Purpose::latin_hypercube_place}, out);
  constexpr double below_one = 1.0 - 0x1p-53;  // the sum of a stratum and a place may round up to the next stratum
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::min((strata_[first + i] + out[i]) / static_cast<double>(trials), below_one);
  }
}

}  // namespace wayworth::engine
