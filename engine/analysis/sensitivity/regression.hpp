#pragma once

#include <span>
#include <vector>

namespace wayworth::engine {

/// How an output follows several inputs at once, by a straight line. By input; 0 for an input that does not vary.
struct RegressionSensitivity {
  std::vector<double> standardised;  ///< standard deviations of the output per standard deviation of the input
  std::vector<double> partial;       ///< correlation of what the other inputs leave unexplained of both
  double r_squared = 0.0;  ///< share of the variance explained; below 0.7 the rest is no measure of importance
};

/// Standardised regression coefficients and partial correlations of values (SRC, PCC), or of ranks when the columns are
/// ranks (SRRC, PRCC). Inputs that determine each other are kept apart by a ridge of 1e-10.
/// \param inputs  one column an input, \param output one value a trial; all of one length, more than the inputs
/// Source: Saltelli, Chan and Scott, "Sensitivity Analysis", 2000, chapter 6.
RegressionSensitivity regression_sensitivity(const std::vector<std::span<const double>>& inputs,
                                             std::span<const double> output);

/// Pearson's correlation; Spearman's when the columns are ranks. NaN when a column does not vary.
double correlation(std::span<const double> first, std::span<const double> second);

}  // namespace wayworth::engine
