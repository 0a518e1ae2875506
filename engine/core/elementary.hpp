#pragma once

#include <bit>
#include <cstdint>

/// The exponential and the logarithm, without branches or tables, so that a compiler can make them several at a time;
/// of operations that IEEE 754 defines to the bit, so that every processor and every C library gives the same bits.
/// Source: reduction of the argument as in Muller, "Elementary Functions: Algorithms and Implementation", 3rd edition,
/// 2016, chapter 11.
namespace wayworth::engine {
namespace elementary {

// ln 2 in two parts: the first has so few digits that its product with a whole number below 2^11 is exact.
inline constexpr double ln2_high = 0x1.62e42fefa38p-1;
inline constexpr double ln2_low = 0x1.ef35793c7673p-45;
inline constexpr double log2_e = 0x1.71547652b82fep0;

/// Added to a number it leaves the nearest whole one in the last bits.
inline constexpr double to_whole = 0x1.8p52;
inline constexpr int fraction_bits = 52;
inline constexpr std::uint64_t bits_of_one = 0x3ff0000000000000;
inline constexpr std::uint64_t bits_of_root_half = 0x3fe6a09e667f3bcd;

inline double nearest_whole(double x) {
  return (x + to_whole) - to_whole;
}

/// 2^n for whole n from -1022 to 1023.
inline double power_of_two(double n) {
  return std::bit_cast<double>((std::bit_cast<std::uint64_t>(n + to_whole) << fraction_bits) + bits_of_one);
}

/// What e^r = 1 + r + r^2 f(r) has beyond the first two terms, for |r| <= (ln 2) / 2, by its Taylor series.
inline double exponential_rest(double r) {
  const double r2 = r * r;
  const double r4 = r2 * r2;
  const double low = (1.0 / 2 + r * (1.0 / 6)) + (1.0 / 24 + r * (1.0 / 120)) * r2;
  const double middle = (1.0 / 720 + r * (1.0 / 5040)) + (1.0 / 40320 + r * (1.0 / 362880)) * r2;
  const double high = (1.0 / 3628800 + r * (1.0 / 39916800)) + (1.0 / 479001600 + r * (1.0 / 6227020800)) * r2;
  return low + (middle + high * r4) * r4;
}

}  // namespace elementary

/// e^x, to 1.1 units in the last place where it is not below the least normal number.
inline double exponential(double x) {
  using namespace elementary;
  constexpr double all_gone = -746.0;  // e^x is 0 from here down, and infinite from `too_much` up
  constexpr double too_much = 710.0;
  const double raised = x < all_gone ? all_gone : x;
  const double held = too_much < raised ? too_much : raised;
  const double k = nearest_whole(held * log2_e);
  const double r = (held - k * ln2_high) - k * ln2_low;
  const double in_octave = 1.0 + (r + r * r * exponential_rest(r));
  const double half = nearest_whole(0.5 * k);  // 2^k itself may be out of range
  return in_octave * power_of_two(half) * power_of_two(k - half);
}

/// The natural logarithm of a positive normal number, to less than two units in the last place or 2^-53, whichever is
/// more.
inline double logarithm(double x) {
  using namespace elementary;
  constexpr std::uint64_t above_all_exponents = 2048;
  constexpr double from_bits = 0x1p52;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t octave = (bits - bits_of_root_half + (above_all_exponents << fraction_bits)) >> fraction_bits;
  const double k = std::bit_cast<double>(std::bit_cast<std::uint64_t>(from_bits) | octave) - from_bits -
                   static_cast<double>(above_all_exponents);
  const double f = std::bit_cast<double>(bits - ((octave - above_all_exponents) << fraction_bits));  // near 1
  const double s = (f - 1.0) / (f + 1.0);  // log f = 2 (s + s^3 / 3 + s^5 / 5 + ...)
  const double s2 = s * s;
  const double s4 = s2 * s2;
  const double s8 = s4 * s4;
  const double low = (1.0 / 3 + s2 * (1.0 / 5)) + (1.0 / 7 + s2 * (1.0 / 9)) * s4;
  const double high = (1.0 / 11 + s2 * (1.0 / 13)) + (1.0 / 15 + s2 * (1.0 / 17)) * s4;
  const double rest = low + (high + (1.0 / 19 + s2 * (1.0 / 21)) * s8) * s8;
  return k * ln2_high + (2.0 * s + (2.0 * s * s2 * rest + k * ln2_low));
}

}  // namespace wayworth::engine
