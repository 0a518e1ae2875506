#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace wayworth::engine {

/// The least and the greatest of some values. What is computed from the bounds of the arguments bounds what is computed
/// from the arguments, since rounding keeps the order of results.
struct Bounds {
  double least = -std::numeric_limits<double>::infinity();
  double greatest = std::numeric_limits<double>::infinity();

  static Bounds of(double value) { return std::isnan(value) ? Bounds{} : Bounds{value, value}; }
  /// Of no values at all: whatever they are widened to becomes them.
  static Bounds none() { return {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}; }

  bool contain(Bounds other) const { return least <= other.least && other.greatest <= greatest; }
  /// Bounds that contain `other` too; an end that has to give way moves a little further, so that it need not soon
  /// again.
  Bounds widened_to(Bounds other) const {
    const Bounds both{std::min(least, other.least), std::max(greatest, other.greatest)};
    if (!both.are_known()) return both;
    const auto margin = [&](double end) { return std::min((both.greatest - both.least) / 8.0, std::abs(end) / 32.0); };
    return {other.least < least ? both.least - margin(both.least) : least,
            other.greatest > greatest ? both.greatest + margin(both.greatest) : greatest};
  }

  bool are_known() const { return std::isfinite(least) && std::isfinite(greatest); }
};

inline Bounds operator+(Bounds a, Bounds b) {
  return {a.least + b.least, a.greatest + b.greatest};
}
inline Bounds operator-(Bounds a, Bounds b) {
  return {a.least - b.greatest, a.greatest - b.least};
}
inline Bounds operator-(Bounds a) {
  return {-a.greatest, -a.least};
}
/// Of four results, the outermost.
inline Bounds hull(double a, double b, double c, double d) {
  return {std::min(std::min(a, b), std::min(c, d)), std::max(std::max(a, b), std::max(c, d))};
}
inline Bounds operator*(Bounds a, Bounds b) {
  return hull(a.least * b.least, a.least * b.greatest, a.greatest * b.least, a.greatest * b.greatest);
}
/// Nothing is known of it when the divisor may be 0.
inline Bounds operator/(Bounds a, Bounds b) {
  if (b.least <= 0.0 && b.greatest >= 0.0) return {};
  return hull(a.least / b.least, a.least / b.greatest, a.greatest / b.least, a.greatest / b.greatest);
}
inline Bounds least_of(Bounds a, Bounds b) {
  return {std::min(a.least, b.least), std::min(a.greatest, b.greatest)};
}
inline Bounds greatest_of(Bounds a, Bounds b) {
  return {std::max(a.least, b.least), std::max(a.greatest, b.greatest)};
}

}  // namespace wayworth::engine
