#pragma once

#include <optional>
#include <string>
#include <variant>

#include "engine/distributions/bernoulli.hpp"
#include "engine/distributions/binomial.hpp"
#include "engine/distributions/constant.hpp"
#include "engine/distributions/continuous.hpp"
#include "engine/distributions/discrete.hpp"
#include "engine/distributions/negative_binomial.hpp"
#include "engine/distributions/poisson.hpp"
#include "engine/distributions/truncated.hpp"

namespace wayworth::engine {

namespace detail {

template <class Variant, class... More>
struct Extended;

template <class... Families, class... More>
struct Extended<std::variant<Families...>, More...> {
  using Type = std::variant<Families..., More...>;
};

}  // namespace detail

/// The closed set of families, each a value that is valid once made. All figures are in the unit of the input that the
/// distribution describes.
using Distribution =
    detail::Extended<Continuous, Truncated, Constant, Bernoulli, Discrete, Binomial, Poisson, NegativeBinomial>::Type;

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

/// Whether it takes the values 0, 1, 2, ... only (binomial, Poisson, negative binomial).
bool is_count(const Distribution& distribution);

/// What `truncated` is cut out of, and the way back.
Distribution untruncated(const Truncated& truncated);

/// The family among the continuous ones, for truncation; nothing for the others.
std::optional<Continuous> as_continuous(const Distribution& distribution);

/// The probability of less than x; unlike cdf() without x itself.
double probability_below(const Distribution& distribution, double x);

/// Whether the variance is finite. Where it is not (a Student's t with 2 degrees of freedom or fewer, a metalog with a
/// heavy tail), standard errors of simulated means do not mean anything.
bool has_finite_variance(const Distribution& distribution);

/// Whether it is a triangular distribution or a PERT whose most likely value is one of its ends.
bool has_mode_at_an_end(const Distribution& distribution);

/// As it stands in a scenario: "pert(10, 15, 40)".
std::string describe(const Distribution& distribution);

}  // namespace wayworth::engine
