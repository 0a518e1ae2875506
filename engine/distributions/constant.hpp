#pragma once

#include <string>

namespace wayworth::engine {

/// A value that is certain.
class Constant {
public:
  /// \throws InputError unless value is finite.
  static Constant make(double value);

  [[nodiscard]] double quantile(double /*p*/) const { return value_; }
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double mean() const { return value_; }
  [[nodiscard]] double standard_deviation() const { return 0.0; }
  [[nodiscard]] double mode() const { return value_; }
  [[nodiscard]] double minimum() const { return value_; }
  [[nodiscard]] double maximum() const { return value_; }
  [[nodiscard]] std::string describe() const;

  friend bool operator==(const Constant&, const Constant&) = default;

private:
  explicit Constant(double value) : value_(value) {}

  double value_;
};

}  // namespace wayworth::engine
