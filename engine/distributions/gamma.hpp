#pragma once

#include <string>

namespace wayworth::engine {

/// Gamma distribution: positive values with mean shape * scale and variance shape * scale^2.
class Gamma {
public:
  /// \throws InputError unless both are positive and finite.
  static Gamma make(double shape, double scale);

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const { return shape_ * scale_; }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return 0.0; }
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;
  [[nodiscard]] double shape() const { return shape_; }
  [[nodiscard]] double scale() const { return scale_; }

  friend bool operator==(const Gamma&, const Gamma&) = default;

private:
  Gamma(double shape, double scale) : shape_(shape), scale_(scale) {}

  double shape_;
  double scale_;
};

}  // namespace wayworth::engine
