#pragma once

#include <string>

namespace wayworth::engine {

/// How many of n independent tries succeed, each with probability p.
class Binomial {
public:
  /// \throws InputError unless n is a whole number from 0 to 1e9, and p a probability.
  static Binomial make(double n, double p);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return n_ * p_; }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return p_ == 1.0 ? n_ : 0.0; }
  [[nodiscard]] double maximum() const { return p_ == 0.0 ? 0.0 : n_; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Binomial&, const Binomial&) = default;

private:
  Binomial(double n, double p) : n_(n), p_(p) {}

  double n_;
  double p_;
};

}  // namespace wayworth::engine
