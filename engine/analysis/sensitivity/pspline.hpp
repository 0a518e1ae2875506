#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace wayworth::engine {

/// A smooth curve through a cloud of points.
struct PSplineFit {
  double mean = 0.0;                 ///< of the points
  std::vector<double> coefficients;  ///< of the basis functions, for the deviations from that mean
  double lambda = 0.0;               ///< how strongly bends are penalised
  double effective_parameters = 0.0;
  double residual_sum_of_squares = 0.0;
  double gcv = 0.0;  ///< generalised cross-validation: the smaller, the better it would predict new points
};

/// Cubic B-splines on equidistant knots in [0, 1] with a penalty on second differences of neighbouring coefficients.
/// Straight lines are not penalised, so the mean of the curve is the mean of the points. Made once for the places of
/// the points and then used for any number of outputs: the basis is turned so that products and penalty are both
/// diagonal, and every lambda is then a matter of a few sums. Any number of threads may ask.
/// Source: Eilers and Marx, "Flexible smoothing with B-splines and penalties", Statistical Science 11, 1996; Demmler
/// and Reinsch, "Oscillation matrices with spline smoothing", Numerische Mathematik 24, 1975.
class PSpline {
public:
  /// \param places  of the points, in [0, 1]; at least two of them different
  explicit PSpline(std::span<const double> places, std::size_t segments = 20);
  ~PSpline();
  PSpline(PSpline&&) noexcept;
  PSpline(const PSpline&) = delete;
  PSpline& operator=(const PSpline&) = delete;
  PSpline& operator=(PSpline&&) = delete;

  [[nodiscard]] std::size_t points() const;

  /// \param output  one value a point, in the order of the places
  /// \param lambda  above 0
  [[nodiscard]] PSplineFit fit(std::span<const double> output, double lambda) const;

  /// With the lambda of the least GCV among 49 from 1e-4 to 1e8.
  [[nodiscard]] PSplineFit best_fit(std::span<const double> output) const;

  /// The curve at the first point and every `stride`-th after it.
  [[nodiscard]] std::vector<double> curve(const PSplineFit& fit, std::size_t stride = 1) const;

  /// Curves that the points do not rule out, drawn from the normal distribution of the coefficients around those of
  /// `fit`; each as `curve` above.
  [[nodiscard]] std::vector<std::vector<double>> possible_curves(const PSplineFit& fit, std::size_t count,
                                                                 std::size_t stride = 1) const;

private:
  struct System;
  std::unique_ptr<const System> system_;
};

/// Where the values of an input stand among each other, in (0, 1): (rank - 1/2) / n, equal values together.
std::vector<double> places_of(std::span<const double> ranks);

}  // namespace wayworth::engine
