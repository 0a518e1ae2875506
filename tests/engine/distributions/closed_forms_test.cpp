#include "engine/distributions/closed_forms.hpp"

#include <vector>

#include "engine/distributions/distribution.hpp"
#include "engine/distributions/quantile_table.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth::engine;

namespace {

/// Random numbers, and the ends of what an input may draw.
std::vector<double> probabilities() {
  std::vector<double> u(1003);  // not a whole number of vectors
  fill_uniform({.seed = 5, .stream = 9}, u);
  u[0] = 0x1p-53;
  u[1] = 1.0 - 0x1p-53;
  u[2] = 0x1p-60;
  u[3] = 0.25;
  return u;
}

}  // namespace

TEST_CASE("several quantiles at a time are the family's to the bit", "[distributions]") {
  const std::vector<double> u = probabilities();
  std::vector<double> out(u.size());
  const auto check = [&](const Distribution& distribution) {
    for (std::size_t i = 0; i < u.size(); ++i) CHECK(out[i] == quantile(distribution, u[i]));
  };
  uniform_quantiles(Uniform::make(-3.0, 7.0), u, out);
  check(Uniform::make(-3.0, 7.0));
  for (const double mode : {2.0, 4.75, 13.0}) {
    triangular_quantiles(Triangular::make(2.0, mode, 13.0), u, out);
    check(Triangular::make(2.0, mode, 13.0));
  }
}

TEST_CASE("quantiles may take the place of the probabilities", "[distributions]") {
  const Triangular family = Triangular::make(2.0, 5.0, 13.0);
  const std::vector<double> u = probabilities();
  std::vector<double> apart(u.size());
  std::vector<double> in_place = u;
  triangular_quantiles(family, u, apart);
  triangular_quantiles(family, in_place, in_place);
  CHECK(in_place == apart);
}

TEST_CASE("a table gives the same quantiles one by one and several at a time", "[distributions]") {
  const QuantileTable table = QuantileTable::beta(1.9, 4.1);
  const std::vector<double> u = probabilities();
  std::vector<double> out = u;
  table.quantiles(out, out);
  for (std::size_t i = 0; i < u.size(); ++i) CHECK(out[i] == table.quantile(u[i]));
}
