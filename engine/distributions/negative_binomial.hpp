#pragma once

#include <string>

namespace wayworth::engine {

/// Counts that vary more than a Poisson's, such as contacts a day: variance mean + mean^2 / dispersion. A large
/// dispersion comes near the Poisson. mean 0 is a certain 0.
/// Source: Hilbe, "Negative Binomial Regression", 2nd edition 2011 (NB2, with alpha = 1 / dispersion).
class NegativeBinomial {
public:
  /// \throws InputError unless mean is at least 0 and at most 1e9, and dispersion is positive and at most 1e9.
  static NegativeBinomial make(double mean, double dispersion);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const { return 0.0; }
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const NegativeBinomial&, const NegativeBinomial&) = default;

private:
  NegativeBinomial(double mean, double dispersion) : mean_(mean), dispersion_(dispersion) {}

  double mean_;
  double dispersion_;
};

}  // namespace wayworth::engine
