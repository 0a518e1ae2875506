#pragma once

#include <string>

namespace wayworth::engine {

/// Beta distribution with shapes alpha and beta, stretched from [0, 1] to [low, high]; low == high is a certain value.
class Beta {
public:
  /// \throws InputError unless alpha and beta are positive, low and high finite and low <= high.
  static Beta make(double alpha, double beta, double low = 0.0, double high = 1.0);

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const;
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return low_; }
  [[nodiscard]] double maximum() const { return high_; }
  [[nodiscard]] std::string describe() const;
  [[nodiscard]] double alpha() const { return alpha_; }
  [[nodiscard]] double beta() const { return beta_; }

  friend bool operator==(const Beta&, const Beta&) = default;

private:
  Beta(double alpha, double beta, double low, double high) : alpha_(alpha), beta_(beta), low_(low), high_(high) {}

  double alpha_;
  double beta_;
  double low_;
  double high_;
};

}  // namespace wayworth::engine
