#pragma once

#include <string>

namespace wayworth::engine {

/// Student's t, moved and stretched: a bell with heavy tails. Coefficients of regressions are known this way.
/// Source: Student, "The probable error of a mean", Biometrika 6, 1908.
class StudentT {
public:
  /// \param dof  degrees of freedom; at 2 and below the variance is infinite
  /// \throws InputError unless location is finite, scale > 0 and dof > 1 (else there is no mean).
  static StudentT make(double location, double scale, double dof);

  [[nodiscard]] double quantile(double p) const;
  /// The value that is exceeded with probability q; keeps its digits for small q, as survival() does.
  [[nodiscard]] double upper_quantile(double q) const;
  [[nodiscard]] double cdf(double x) const;
  [[nodiscard]] double survival(double x) const;
  [[nodiscard]] double mean() const { return location_; }
  /// Infinite unless dof > 2.
  [[nodiscard]] double standard_deviation() const;
  [[nodiscard]] double mode() const { return location_; }
  [[nodiscard]] double minimum() const;
  [[nodiscard]] double maximum() const;
  [[nodiscard]] std::string describe() const;
  [[nodiscard]] double location() const { return location_; }
  [[nodiscard]] double scale() const { return scale_; }
  [[nodiscard]] double dof() const { return dof_; }

  friend bool operator==(const StudentT&, const StudentT&) = default;

private:
  StudentT(double location, double scale, double dof) : location_(location), scale_(scale), dof_(dof) {}

  double location_;
  double scale_;
  double dof_;
};

/// Student's t with location 0 and scale 1, exact to about 1e-14; p in (0, 1).
double standard_t_quantile(double dof, double p);
double standard_t_density(double dof, double x);

}  // namespace wayworth::engine
