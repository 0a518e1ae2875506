#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace wayworth::engine {

/// A smooth curve through a cloud of points.
struct PSplineFit {
  std::vector<double> fitted;  ///< the curve at each point
  double lambda = 0.0;         ///< how strongly bends are penalised
  double effective_parameters = 0.0;
  double residual_sum_of_squares = 0.0;
  double gcv = 0.0;  ///< generalised cross-validation: the smaller, the better it would predict new points
};

/// Cubic B-splines on equidistant knots in [0, 1] with a penalty on second differences of neighbouring coefficients.
/// Straight lines are not penalised, so the mean of the curve is the mean of the points. Made once for the places of
/// the points and then used for any number of outputs.
/// Source: Eilers and Marx, "Flexible smoothing with B-splines and penalties", Statistical Science 11, 1996.
class PSpline {
public:
  /// \param places  of the points, in [0, 1]; at least one
  explicit PSpline(std::span<const double> places, std::size_t segments = 20);
  ~PSpline();
  PSpline(PSpline&&) noexcept;
  PSpline(const PSpline&) = delete;
  PSpline& operator=(const PSpline&) = delete;
  PSpline& operator=(PSpline&&) = delete;

  /// \param lambda  above 0
  [[nodiscard]] PSplineFit fit(std::span<const double> output, double lambda) const;

  /// With the lambda of the least GCV among 49 from 1e-4 to 1e8.
  [[nodiscard]] PSplineFit best_fit(std::span<const double> output) const;

  /// Curves that the points do not rule out, drawn from the normal distribution of the coefficients around those of
  /// `fit`; each as `fitted` above.
  [[nodiscard]] std::vector<std::vector<double>> possible_curves(std::span<const double> output, const PSplineFit& fit,
                                                                 std::size_t count) const;

private:
  struct System;
  std::unique_ptr<const System> system_;
};

/// Where the values of an input stand among each other, in (0, 1): (rank - 1/2) / n, equal values together.
std::vector<double> places_of(std::span<const double> input);

}  // namespace wayworth::engine
