#pragma once

#include <string>

#include "engine/distributions/continuous.hpp"

namespace wayworth::engine {

/// A continuous distribution that is known to lie in [low, high]; its parameters are those of the parent, before
/// truncation. Tails are measured from the nearer end, so that truncation far out keeps its digits.
class Truncated {
public:
  /// low may be -infinity and high +infinity.
  /// \throws InputError unless low < high, and [low, high] holds at least 1e-12 of the parent.
  static Truncated make(Continuous parent, double low, double high);

  [[nodiscard]] double quantile(double p) const;
  [[nodiscard]] double cdf(double x) const;
  /// By numerical integration when it was made: relative error about 1e-8.
  [[nodiscard]] double mean() const { return mean_; }
  [[nodiscard]] double standard_deviation() const { return standard_deviation_; }
  /// The parent's, or the end that is nearer to it.
  [[nodiscard]] double mode() const;
  [[nodiscard]] double minimum() const;
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;

  [[nodiscard]] const Continuous& parent() const { return parent_; }

  /// Where a draw of the parent comes from: its probability of less, and of more.
  struct Place {
    double below;
    double above;
  };
  [[nodiscard]] Place place_of(double p) const { return {below_ + p * inside_, above_ + (1.0 - p) * inside_}; }

  friend bool operator==(const Truncated&, const Truncated&) = default;

private:
  Truncated(Continuous parent, double low, double high);
  void find_moments();

  Continuous parent_;
  double low_;
  double high_;
  // Of the parent: the probabilities below low_, above high_ and between them.
  double below_ = 0.0;
  double above_ = 0.0;
  double inside_ = 0.0;
  double mean_ = 0.0;
  double standard_deviation_ = 0.0;
};

}  // namespace wayworth::engine
