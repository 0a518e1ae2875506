#include "engine/distributions/quantile_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "engine/distributions/distribution.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

constexpr double stated_error = 1e-9;
constexpr double rounding = 4e-16;

/// Probabilities all over (0, 1) and on both sides of the ends of pieces, as far into both tails as draws reach.
std::vector<double> probabilities() {
  std::vector<double> found(100);
  fill_uniform({.seed = 11, .stream = stream_id("tests.quantile_table")}, found);
  for (double octave = 0x1p-2; octave > 0x1p-54; octave /= 2.0) {
    for (const double quarter : {1.0, 1.25, 1.5, 1.75}) {
      const double end = octave * quarter;
      for (const double p : {std::nextafter(end, 0.0), end}) found.push_back(p);
    }
  }
  const std::size_t count = found.size();
  for (std::size_t i = 0; i < count; ++i) found.push_back(1.0 - found[i]);
  found.push_back(0.5);
  return found;
}

/// \param least  to what the error may be in relation where the quantile is nearer to 0 than that
void check_error(const QuantileTable& table, const Distribution& family, double least = 0.0) {
  double worst = 0.0;
  double worst_at = 0.0;
  for (const double p : probabilities()) {
    const double exact = quantile(family, p);
    const double allowed = stated_error * std::max(std::abs(exact), least) + rounding;
    const double share = std::abs(table.quantile(p) - exact) / allowed;
    if (share <= worst) continue;
    worst = share;
    worst_at = p;
  }
  INFO(describe(family) << ", p " << worst_at << ": " << worst << " of the stated error");
  CHECK(worst <= 1.0);
}

}  // namespace

TEST_CASE("tables of beta keep their error over shapes and tails", "[distributions][property]") {
  const std::array<double, 9> shapes = {0.05, 0.3, 1.0, 1.2, 2.0, 3.7, 5.0, 20.0, 3e3};
  for (const double alpha : shapes) {
    for (const double beta : shapes) check_error(QuantileTable::beta(alpha, beta), Beta::make(alpha, beta));
  }
}

TEST_CASE("tables of the PERTs of estimates keep their error", "[distributions][property]") {
  for (int mode = 0; mode <= 40; ++mode) {  // those that three numbers make: alpha + beta = 6
    const double alpha = 1.0 + 4.0 * mode / 40.0;
    check_error(QuantileTable::beta(alpha, 6.0 - alpha), Beta::make(alpha, 6.0 - alpha));
  }
}

TEST_CASE("tables of gamma and Student's t keep their error over shapes and tails", "[distributions][property]") {
  for (const double shape : {0.03, 0.1, 0.5, 1.0, 1.5, 4.0, 30.0, 1e3, 1e5}) {
    check_error(QuantileTable::gamma(shape), Gamma::make(shape, 1.0));
  }
  for (const double dof : {1.1, 1.5, 2.0, 3.0, 9.5, 30.0, 200.0}) {
    check_error(QuantileTable::student_t(dof), StudentT::make(0.0, 1.0, dof), 0.01);
  }
}

}  // namespace wayworth::engine
