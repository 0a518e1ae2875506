#include "engine/distributions/closed_forms.hpp"

#include <cmath>

#include "engine/core/vector_kernel.hpp"
#include "engine/distributions/distribution.hpp"

namespace wayworth::engine {
namespace {

inline double inside(double u) {
  const double raised = u < smallest_probability ? smallest_probability : u;
  return largest_probability < raised ? largest_probability : raised;
}

WAYWORTH_VECTOR_KERNEL
void uniform_block(double low, double width, const double* u, double* out, std::size_t count) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < count; ++i) out[i] = low + width * inside(u[i]);
}

/// One root for both sides: the side is chosen before it is taken.
WAYWORTH_VECTOR_KERNEL
void triangular_block(double low, double mode, double high, const double* u, double* out, std::size_t count) {
  const double width = high - low;
  const double rise = mode - low;
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < count; ++i) {
    const double p = inside(u[i]);
    const double below = p * width * rise;
    const double above = (1.0 - p) * width * (high - mode);
    const bool rises = p * width < rise;
    const double root = std::sqrt(rises ? below : above);
    out[i] = rises ? low + root : high - root;
  }
}

WAYWORTH_VECTOR_KERNEL
void hold_block(const double* u, double* out, std::size_t count) {
  WAYWORTH_TRIAL_BY_TRIAL
  for (std::size_t i = 0; i < count; ++i) out[i] = inside(u[i]);
}

WAYWORTH_VECTOR_KERNEL
void scale_block(double origin, double width, double* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) values[i] = origin + width * values[i];
}

}  // namespace

void hold_inside(std::span<const double> u, std::span<double> out) {
  hold_block(u.data(), out.data(), out.size());
}

void scale(double origin, double width, std::span<double> values) {
  scale_block(origin, width, values.data(), values.size());
}

void uniform_quantiles(const Uniform& family, std::span<const double> u, std::span<double> out) {
  uniform_block(family.minimum(), family.maximum() - family.minimum(), u.data(), out.data(), out.size());
}

void triangular_quantiles(const Triangular& family, std::span<const double> u, std::span<double> out) {
  triangular_block(family.minimum(), family.mode(), family.maximum(), u.data(), out.data(), out.size());
}

}  // namespace wayworth::engine
