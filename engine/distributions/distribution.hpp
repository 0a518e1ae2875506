#pragma once

#include <string>
#include <variant>

#include "engine/distributions/bernoulli.hpp"
#include "engine/distributions/beta.hpp"
#include "engine/distributions/constant.hpp"
#include "engine/distributions/discrete.hpp"
#include "engine/distributions/lognormal.hpp"
#include "engine/distributions/normal.hpp"
#include "engine/distributions/pert.hpp"
#include "engine/distributions/triangular.hpp"
#include "engine/distributions/truncated_normal.hpp"
#include "engine/distributions/uniform.hpp"

namespace wayworth::engine {

/// The closed set of families, each a value that is valid once made. All figures are in the unit of the input that the
/// distribution describes.
using Distribution =
    std::variant<Constant, Uniform, Triangular, Pert, Normal, Lognormal, TruncatedNormal, Beta, Bernoulli, Discrete>;

/// A draw by inversion uses p clamped to these, so that no family meets 0 or 1.
inline constexpr double smallest_probability = 0x1p-53;
inline constexpr double largest_probability = 1.0 - 0x1p-53;

/// The smallest value that is not exceeded with probability p (clamped as above): never falls when p rises.
double quantile(const Distribution& distribution, double p);

/// The probability of x or less.
double cdf(const Distribution& distribution, double x);

double mean(const Distribution& distribution);
double standard_deviation(const Distribution& distribution);

/// The most likely value; of a discrete family the most probable one (the lower of two equals; 0 for a fair coin).
double mode(const Distribution& distribution);

/// The ends of the support; may be infinite.
double minimum(const Distribution& distribution);
double maximum(const Distribution& distribution);

/// As it stands in a scenario: "pert(10, 15, 40)".
std::string describe(const Distribution& distribution);

}  // namespace wayworth::engine
