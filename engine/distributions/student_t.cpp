#include "engine/distributions/student_t.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include "engine/core/input_error.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {
namespace {

// Boost computes in long double unless told otherwise: ten times slower, for digits that are then cut off.
using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using StandardT = boost::math::students_t_distribution<double, InDouble>;

}  // namespace

double standard_t_quantile(double dof, double p) {
  return boost::math::quantile(StandardT(dof), p);
}

double standard_t_density(double dof, double x) {
  return boost::math::pdf(StandardT(dof), x);
}

StudentT StudentT::make(double location, double scale, double dof) {
  check_finite("student_t", "location", location);
  check_positive("student_t", "scale", scale);
  check_positive("student_t", "dof", dof);
  if (dof <= 1.0) throw InputError(fmt::format("student_t: dof {} must be greater than 1; below, it has no mean", dof));
  return {location, scale, dof};
}

double StudentT::quantile(double p) const {
  return location_ + scale_ * standard_t_quantile(dof_, p);
}

double StudentT::upper_quantile(double q) const {
  return location_ - scale_ * standard_t_quantile(dof_, q);
}

double StudentT::cdf(double x) const {
  return boost::math::cdf(StandardT(dof_), (x - location_) / scale_);
}

double StudentT::survival(double x) const {
  return boost::math::cdf(StandardT(dof_), (location_ - x) / scale_);
}

double StudentT::standard_deviation() const {
  return dof_ > 2.0 ? scale_ * std::sqrt(dof_ / (dof_ - 2.0)) : std::numeric_limits<double>::infinity();
}

double StudentT::minimum() const {
  return -std::numeric_limits<double>::infinity();
}

double StudentT::maximum() const {
  return std::numeric_limits<double>::infinity();
}

std::string StudentT::describe() const {
  return call_text("student_t", std::array{location_, scale_, dof_});
}

}  // namespace wayworth::engine
