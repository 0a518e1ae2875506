#pragma once

#include <string>

namespace wayworth::engine {

/// How often something happens that happens independently, `mean` times on average. mean 0 is a certain 0.
class Poisson {
public:
  /// \throws InputError unless mean is finite, at least 0 and at most 1e9.
  static Poisson make(double mean);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return 0.0; }
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Poisson&, const Poisson&) = default;

private:
  explicit Poisson(double mean) : mean_(mean) {}

  double mean_;
};

}  // namespace wayworth::engine
