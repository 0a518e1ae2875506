#include "engine/random/philox.hpp"

#include <algorithm>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <random>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

static_assert(std::uniform_random_bit_generator<PhiloxEngine>);

TEST_CASE("philox4x32 gives the words its inventors published", "[random][known-answer]") {
  // Source: Random123 (D. E. Shaw Research), tests/kat_vectors, philox4x32 10.
  CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  constexpr std::uint32_t ones = 0xffffffff;
  CHECK(philox4x32({ones, ones, ones, ones}, {ones, ones}) ==
        PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("the engine hands out the words of one counter after the other", "[random]") {
  constexpr std::uint64_t seed = 0x299f31d0a4093822;
  PhiloxEngine engine(seed, 0x0370734413198a2e);
  for (std::uint32_t counter = 0; counter < 3; ++counter) {
    for (const std::uint32_t word : philox4x32({counter, 0, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})) {
      CHECK(engine() == word);
    }
  }
}

TEST_CASE("Boost's samplers accept the engine and find it uniform", "[random][statistical]") {
  PhiloxEngine engine(20240607);
  boost::random::uniform_01<double> sampler;
  constexpr int count = 100'000;
  double sum = 0.0;
  for (int i = 0; i < count; ++i) {
    sum += sampler(engine);
  }
  const double standard_error = std::sqrt(1.0 / 12.0 / count);
  CHECK(std::abs(sum / count - 0.5) < 5.0 * standard_error);
}

}  // namespace
}  // namespace wayworth::engine
