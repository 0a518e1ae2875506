#include "engine/random/philox_words.hpp"

#include <vector>

#include "tests/support/catch.hpp"

using namespace wayworth::engine;

TEST_CASE("words of many counters are those of each, whatever their number", "[random]") {
  const PhiloxSequence sequence{{0xDEADBEEFU, 0x12345678U}, {7U, 0xFFFFFFFFU, 3U}};
  for (const std::uint32_t first : {0U, 12345U, 0xFFFFFFF0U}) {  // the last one counts on past the end of a word
    for (std::size_t count = 0; count < 40; ++count) {
      std::vector<std::uint64_t> words(count);
      fill_philox_words(sequence, first, words);
      for (std::size_t i = 0; i < count; ++i) {
        const auto [c1, c2, c3] = sequence.others;
        const PhiloxBlock block = philox4x32({first + static_cast<std::uint32_t>(i), c1, c2, c3}, sequence.key);
        REQUIRE(words[i] == (block[0] | std::uint64_t{block[1]} << 32U));
      }
    }
  }
}

TEST_CASE("numbers are the middles of 2^52 parts of the unit interval", "[random]") {
  const PhiloxSequence sequence{{1U, 2U}, {3U, 4U, 5U}};
  std::vector<std::uint64_t> words(101);
  std::vector<double> numbers(words.size());
  fill_philox_words(sequence, 9, words);
  fill_philox_uniforms(sequence, 9, numbers);
  for (std::size_t i = 0; i < words.size(); ++i) {
    CHECK(numbers[i] == (static_cast<double>(words[i] >> 12U) + 0.5) * 0x1p-52);
  }
}
