// Written with Highway, which compiles what is between HWY_BEFORE_NAMESPACE and HWY_AFTER_NAMESPACE once for each
// instruction set: its MulEven is the one multiplication that Philox needs, which g++ does not find in a plain loop
// (8.8 ns a number, against 3.4 so).

#include "engine/random/philox_words.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/random/philox_words.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace wayworth::engine {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Tag64 = hn::ScalableTag<std::uint64_t>;
using Words = hn::Vec<Tag64>;

/// The word in the lower half of each lane; what is in the upper half is not read.
struct Block {
  Words c0, c1, c2, c3;
};

HWY_INLINE Words product(Words word, std::uint32_t multiplier) {
#if HWY_TARGET == HWY_SCALAR  // has no lanes to take the even ones of
  return hn::Set(Tag64(), (hn::GetLane(word) & 0xFFFFFFFFU) * multiplier);
#else
  const hn::Repartition<std::uint32_t, Tag64> tag;
  return hn::MulEven(hn::BitCast(tag, word), hn::Set(tag, multiplier));
#endif
}

HWY_INLINE void mix(Block& x, Words key0, Words key1) {
  const Words first_product = product(x.c0, philox_multiplier[0]);
  const Words second_product = product(x.c2, philox_multiplier[1]);
  x.c0 = hn::Xor(hn::Xor(hn::ShiftRight<32>(second_product), x.c1), key0);
  x.c2 = hn::Xor(hn::Xor(hn::ShiftRight<32>(first_product), x.c3), key1);
  x.c1 = second_product;
  x.c3 = first_product;
}

/// Two vectors of blocks side by side, since each round waits for the one before.
HWY_INLINE void mix(const PhiloxSequence& sequence, Block& x, Block& y) {
  const Tag64 tag;
  PhiloxKey key = sequence.key;
  for (int round = 0; round < philox_rounds; ++round) {
    const Words key0 = hn::Set(tag, key[0]);
    const Words key1 = hn::Set(tag, key[1]);
    mix(x, key0, key1);
    mix(y, key0, key1);
    key[0] += philox_key_increment[0];
    key[1] += philox_key_increment[1];
  }
}

HWY_INLINE Block block_at(const PhiloxSequence& sequence, Words first) {
  const Tag64 tag;
  return {first, hn::Set(tag, sequence.others[0]), hn::Set(tag, sequence.others[1]), hn::Set(tag, sequence.others[2])};
}

HWY_INLINE Words first_words(const Block& x) {
  return hn::Or(hn::And(x.c0, hn::Set(Tag64(), 0xFFFFFFFFU)), hn::ShiftLeft<32>(x.c1));
}

/// Whole pairs of vectors go straight to `out`, the last ones by way of a buffer of which only the beginning counts.
template <class Number, class Convert>
HWY_INLINE void fill(const PhiloxSequence& sequence, std::uint32_t first, std::span<Number> out, Convert convert) {
  const Tag64 tag;
  const hn::Repartition<Number, Tag64> tag_out;
  const std::size_t lanes = hn::Lanes(tag);
  const auto store_pair = [&](std::size_t i, Number* place) {
    Block x = block_at(sequence, hn::Iota(tag, first + static_cast<std::uint32_t>(i)));
    Block y = block_at(sequence, hn::Iota(tag, first + static_cast<std::uint32_t>(i + lanes)));
    mix(sequence, x, y);
    hn::StoreU(convert(first_words(x)), tag_out, place);
    hn::StoreU(convert(first_words(y)), tag_out, place + lanes);
  };
  std::size_t i = 0;
  for (; i + 2 * lanes <= out.size(); i += 2 * lanes) store_pair(i, out.data() + i);
  if (i == out.size()) return;
  HWY_ALIGN Number rest[2 * HWY_MAX_BYTES / sizeof(Number)];
  store_pair(i, rest);
  for (std::size_t k = 0; i + k < out.size(); ++k) out[i + k] = rest[k];
}

void fill_words(const PhiloxSequence& sequence, std::uint32_t first, std::span<std::uint64_t> out) {
  fill(sequence, first, out, [](Words words) { return words; });
}

/// The top 52 bits become the fraction of a double in [1, 2).
void fill_uniforms(const PhiloxSequence& sequence, std::uint32_t first, std::span<double> out) {
  fill(sequence, first, out, [](Words words) {
    const hn::Repartition<double, Tag64> tag;
    const Words fraction = hn::Or(hn::ShiftRight<12>(words), hn::Set(Tag64(), 0x3FF0000000000000U));
    return hn::Add(hn::Sub(hn::BitCast(tag, fraction), hn::Set(tag, 1.0)), hn::Set(tag, 0x1p-53));
  });
}

}  // namespace HWY_NAMESPACE
}  // namespace wayworth::engine
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace wayworth::engine {

HWY_EXPORT(fill_words);
HWY_EXPORT(fill_uniforms);

void fill_philox_words(const PhiloxSequence& sequence, std::uint32_t first, std::span<std::uint64_t> out) {
  HWY_DYNAMIC_DISPATCH(fill_words)(sequence, first, out);
}

void fill_philox_uniforms(const PhiloxSequence& sequence, std::uint32_t first, std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(fill_uniforms)(sequence, first, out);
}

}  // namespace wayworth::engine
#endif
