#pragma once

#include <string>

namespace wayworth::engine {

/// Weibull distribution: times to an event whose rate rises (shape above 1), stays (1) or falls (below 1). `scale` is
/// the time by which 63 % have had it.
/// Source: Weibull, "A statistical distribution function of wide applicability", J. Appl. Mech. 18, 1951.
class Weibull {
public:
  /// \throws InputError unless both are positive and finite, and the variance is a finite number.
  static Weibull make(double shape, double scale);

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return 0.0; }
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Weibull&, const Weibull&) = default;

private:
  Weibull(double shape, double scale) : shape_(shape), scale_(scale) {}

  double shape_;
  double scale_;
};

}  // namespace wayworth::engine
