#pragma once

#include <span>
#include <vector>

namespace wayworth::engine {

/// M of Keelin's metalog as a function of s = log(p / (1 - p)), with c = p - 1/2:
/// a1 + a2 s + a3 c s + a4 c + a5 c^2 + a6 c^2 s + a7 c^3 + ...
/// \param coefficients  at least two
double metalog_value(std::span<const double> coefficients, double logit);

/// The same where c is known as well: no hyperbolic tangent.
double metalog_value(std::span<const double> coefficients, double centred, double logit);

/// dM/ds; the density of the unbounded metalog is p (1 - p) / (dM/ds).
double metalog_slope(std::span<const double> coefficients, double logit);

/// dM/ds as s goes to +infinity (`upper`) or -infinity.
double metalog_slope_at_end(std::span<const double> coefficients, bool upper);

/// The coefficients of the curve through the points, by a linear system. NaN when the points do not determine it.
/// \param probabilities  in (0, 1), rising; as many as values
std::vector<double> metalog_through(std::span<const double> probabilities, std::span<const double> values);

}  // namespace wayworth::engine
