#pragma once

#include <span>

#include "engine/distributions/triangular.hpp"
#include "engine/distributions/uniform.hpp"

namespace wayworth::engine {

/// out[i] is the quantile at u[i], held inside smallest_probability and largest_probability; several at a time and to
/// the bit what the family says. u and out have one size and may be one span.
void uniform_quantiles(const Uniform& family, std::span<const double> u, std::span<double> out);
void triangular_quantiles(const Triangular& family, std::span<const double> u, std::span<double> out);

/// out[i] = u[i], held inside smallest_probability and largest_probability; u and out may be one span.
void hold_inside(std::span<const double> u, std::span<double> out);

/// Each value y becomes origin + width * y.
void scale(double origin, double width, std::span<double> values);

}  // namespace wayworth::engine
