#pragma once

#include <variant>

#include "engine/distributions/beta.hpp"
#include "engine/distributions/cumulative.hpp"
#include "engine/distributions/empirical.hpp"
#include "engine/distributions/gamma.hpp"
#include "engine/distributions/lognormal.hpp"
#include "engine/distributions/metalog.hpp"
#include "engine/distributions/normal.hpp"
#include "engine/distributions/pert.hpp"
#include "engine/distributions/student_t.hpp"
#include "engine/distributions/triangular.hpp"
#include "engine/distributions/truncated_normal.hpp"
#include "engine/distributions/uniform.hpp"
#include "engine/distributions/weibull.hpp"

namespace wayworth::engine {

/// The families whose values are not counted but measured; any of them can be truncated.
using Continuous = std::variant<Uniform, Triangular, Pert, Normal, Lognormal, TruncatedNormal, Beta, Gamma, Weibull,
                                StudentT, Metalog, Cumulative, Empirical>;

/// The probability of more than x, from the upper tail where the family knows it.
template <class Family>
double survival_of(const Family& family, double x) {
  if constexpr (requires { family.survival(x); }) {
    return family.survival(x);
  } else {
    return 1.0 - family.cdf(x);
  }
}

/// The value that is exceeded with probability q, likewise.
template <class Family>
double upper_quantile_of(const Family& family, double q) {
  if constexpr (requires { family.upper_quantile(q); }) {
    return family.upper_quantile(q);
  } else {
    return family.quantile(1.0 - q);
  }
}

}  // namespace wayworth::engine
