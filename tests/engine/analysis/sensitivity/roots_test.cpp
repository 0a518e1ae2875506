#include "engine/analysis/sensitivity/roots.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

TEST_CASE("every sign change in the range is found, to nine digits", "[sensitivity][known-answer]") {
  const auto cubic = [](double x) { return (x - 1.0) * (x - 2.5) * (x + 0.75); };
  const std::vector<double> found = sign_changes(cubic, -3.0, 4.0);
  REQUIRE(found.size() == 3);
  CHECK_THAT(found[0], tests::WithinAbs(-0.75, 1e-8));
  CHECK_THAT(found[1], tests::WithinAbs(1.0, 1e-8));
  CHECK_THAT(found[2], tests::WithinAbs(2.5, 1e-8));
}

TEST_CASE("a zero on a point of the grid counts once, and at the ends too", "[sensitivity]") {
  CHECK(sign_changes([](double x) { return x - 2.0; }, 0.0, 4.0, 5) == std::vector<double>{2.0});
  CHECK(sign_changes([](double x) { return x; }, 0.0, 4.0, 5) == std::vector<double>{0.0});
  CHECK(sign_changes([](double x) { return x - 4.0; }, 0.0, 4.0, 5) == std::vector<double>{4.0});
}

TEST_CASE("without a sign change nothing is found", "[sensitivity]") {
  CHECK(sign_changes([](double x) { return x * x + 1.0; }, -2.0, 2.0).empty());
  CHECK(sign_changes([](double) { return std::numeric_limits<double>::quiet_NaN(); }, -2.0, 2.0).empty());
}

TEST_CASE("the break-even multipliers of a small case", "[sensitivity][known-answer]") {
  const double benefits[] = {0, 400, 600, 700, 700, 700};
  const double costs[] = {900, 150, 150, 150, 150, 150};
  const auto npv = [&](double of_benefits, double of_costs) {
    double value = 0.0;
    for (int year = 0; year < 6; ++year) {
      value += (of_benefits * benefits[year] - of_costs * costs[year]) / std::pow(1.1, year);
    }
    return value;
  };
  const auto benefit_roots = sign_changes([&](double m) { return npv(m, 1.0); }, 0.0, 2.0);
  const auto cost_roots = sign_changes([&](double m) { return npv(1.0, m); }, 0.0, 2.0);
  REQUIRE(benefit_roots.size() == 1);
  REQUIRE(cost_roots.size() == 1);
  CHECK_THAT(benefit_roots[0], tests::WithinAbs(0.6390355664588084, 1e-8));
  CHECK_THAT(cost_roots[0], tests::WithinAbs(1.5648581276022906, 1e-8));
}

}  // namespace
}  // namespace wayworth::engine
