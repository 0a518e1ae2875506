#include "engine/stats/value_counts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace wayworth::engine {
namespace {

constexpr std::size_t signs_and_exponents = 4096;
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
constexpr unsigned fraction_bits = 52;
constexpr unsigned bin_bits = 10;
constexpr unsigned bits_below_bin = fraction_bits - bin_bits;

std::size_t sign_and_exponent(std::uint64_t bits) {
  return static_cast<std::size_t>(bits >> fraction_bits);
}

/// The value of a bin of that sign and exponent that lies closest to 0.
double inner_edge(std::size_t sign_and_exponent, std::size_t bin) {
  return std::bit_cast<double>((static_cast<std::uint64_t>(sign_and_exponent) << fraction_bits) |
                               (static_cast<std::uint64_t>(bin) << bits_below_bin));
}

/// The inner edge of the next bin.
double outer_edge(std::size_t sign_and_exponent, std::size_t bin) {
  const std::uint64_t inner = std::bit_cast<std::uint64_t>(inner_edge(sign_and_exponent, bin));
  return std::bit_cast<double>(inner + (std::uint64_t{1} << bits_below_bin));
}

}  // namespace

ValueCounts::ValueCounts() : octave_of_(signs_and_exponents, 0) {}

void ValueCounts::add(std::span<const double> values) {
  for (const double value : values) add(value, 1);
}

void ValueCounts::add(double value, std::uint32_t times) {
  if (std::isnan(value)) {
    undefined_ += times;
    return;
  }
  if (std::isinf(value)) {
    never_ += times;
    return;
  }
  value += 0.0;  // makes -0, which is no loss, 0
  const auto bits = std::bit_cast<std::uint64_t>(value);
  std::uint16_t& place = octave_of_[sign_and_exponent(bits)];
  if (place == 0) {
    octaves_.emplace_back().fill(0);
    place = static_cast<std::uint16_t>(octaves_.size());
  }
  octaves_[place - std::size_t{1}][(bits >> bits_below_bin) % bins_of_octave] += times;
  finite_ += times;
  if (value < 0.0) losses_ += times;
  minimum_ = std::min(minimum_, value);
  maximum_ = std::max(maximum_, value);
}

std::vector<ValueCounts::Bin> ValueCounts::bins() const {
  std::vector<Bin> found;
  const auto add = [&](std::size_t octave, std::size_t bin) {
    const std::uint32_t count = octaves_[octave_of_[octave] - std::size_t{1}][bin];
    if (count == 0) return;
    const double inner = inner_edge(octave, bin);
    const double outer = inner == 0.0 ? 0.0 : outer_edge(octave, bin);  // zeros are many, subnormals none
    found.push_back({std::max(std::min(inner, outer), minimum_), std::min(std::max(inner, outer), maximum_), count});
  };
  const std::size_t first_negative = sign_and_exponent(sign_bit);
  for (std::size_t octave = signs_and_exponents; octave-- > first_negative;) {
    if (octave_of_[octave] == 0) continue;
    for (std::size_t bin = bins_of_octave; bin-- > 0;) add(octave, bin);
  }
  for (std::size_t octave = 0; octave < first_negative; ++octave) {
    if (octave_of_[octave] == 0) continue;
    for (std::size_t bin = 0; bin < bins_of_octave; ++bin) add(octave, bin);
  }
  return found;
}

}  // namespace wayworth::engine
