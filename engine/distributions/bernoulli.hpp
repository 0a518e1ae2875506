#pragma once

#include <string>

namespace wayworth::engine {

/// 1 with the given probability, else 0.
class Bernoulli {
public:
  /// \throws InputError unless 0 <= probability <= 1.
  static Bernoulli make(double probability);

  [[nodiscard]] double quantile(double p) const { return p > 1.0 - probability_ ? 1.0 : 0.0; }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return probability_; }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const { return probability_ > 0.5 ? 1.0 : 0.0; }
  [[nodiscard]] double minimum() const { return probability_ == 1.0 ? 1.0 : 0.0; }
  [[nodiscard]] double maximum() const { return probability_ == 0.0 ? 0.0 : 1.0; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Bernoulli&, const Bernoulli&) = default;

private:
  explicit Bernoulli(double probability) : probability_(probability) {}

  double probability_;
};

}  // namespace wayworth::engine
