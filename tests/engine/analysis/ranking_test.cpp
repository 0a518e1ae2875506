#include "engine/analysis/ranking.hpp"

#include <array>
#include <cmath>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using Shares = std::array<double, 3>;

constexpr InitiativeId a{0};
constexpr InitiativeId b{1};
constexpr InitiativeId c{2};
constexpr InitiativeId d{3};

void add(Results& results, InitiativeId id, Measure measure, std::vector<double> values) {
  results.columns.push_back({{.scope = Scope::alone, .initiative = id}, measure, std::move(values)});
}

/// Four trials; d has no one-off cost.
Results four_initiatives() {
  Results results;
  add(results, a, Measure::npv, {1, 2, 3, 4});
  add(results, b, Measure::npv, {4, 3, 2, 1});
  add(results, c, Measure::npv, {10, 0, 2, 4});
  add(results, d, Measure::npv, {0, 0, 0, 0});
  add(results, a, Measure::one_off_costs, {1, 1, 2, 2});
  add(results, b, Measure::one_off_costs, {5, 5, 5, 5});
  add(results, c, Measure::one_off_costs, {0, 0, 8, 8});
  add(results, d, Measure::one_off_costs, {0, 0, 0, 0});
  return results;
}

Shares values_of(const std::array<Estimate, 3>& shares) {
  return {shares[0].value, shares[1].value, shares[2].value};
}

TEST_CASE("places are counted trial by trial, ties in the order of the columns", "[analysis][known-answer]") {
  const Results results = four_initiatives();
  std::vector<std::span<const double>> columns;
  for (const InitiativeId id : {a, b, c, d}) {
    columns.push_back(results.column({.scope = Scope::alone, .initiative = id}, Measure::npv));
  }
  const std::vector<std::array<Estimate, 3>> shares = shares_of_places(columns, 1);
  CHECK(values_of(shares[0]) == Shares{0.5, 0.25, 0.25});  // third, second, first, first (before c)
  CHECK(values_of(shares[1]) == Shares{0.25, 0.5, 0.25});  // second, first, second (before c), third
  CHECK(values_of(shares[2]) == Shares{0.25, 0.25, 0.5});  // first, third (before d), third, second
  CHECK(values_of(shares[3]) == Shares{0.0, 0.0, 0.0});
  CHECK_THAT(shares[0][0].standard_error, tests::WithinRel(std::sqrt(0.5 * 0.5 / 4.0), 1e-15));
}

TEST_CASE("the error of a place is what the replicates show", "[analysis][known-answer]") {
  const std::vector<double> first = {9, 9, 1, 9};
  const std::vector<double> second = {5, 5, 5, 5};
  const std::vector<std::array<Estimate, 3>> shares = shares_of_places({first, second}, 2);
  CHECK(shares[0][0].value == 0.75);  // 1 in one replicate, 0.5 in the other
  CHECK_THAT(shares[0][0].standard_error, tests::WithinRel(0.25, 1e-15));
  CHECK(shares[0][2].standard_error == 0.0);
}

TEST_CASE("fewer than three columns leave places empty", "[analysis]") {
  const std::vector<double> only = {1, 2};
  CHECK(values_of(shares_of_places({only}, 1).front()) == Shares{1.0, 0.0, 0.0});
  CHECK(shares_of_places({}, 1).empty());
}

TEST_CASE("the ranking by NPV is by the mean, equal means in the order of the file", "[analysis][known-answer]") {
  const std::vector<RankedInitiative> ranking = rank_by_npv(four_initiatives(), {a, b, c, d});
  REQUIRE(ranking.size() == 4);
  CHECK(ranking[0].initiative == c);
  CHECK(ranking[0].value.value == 4.0);
  CHECK_THAT(ranking[0].value.standard_error, tests::WithinRel(std::sqrt((36.0 + 16.0 + 4.0) / 3.0 / 4.0), 1e-14));
  CHECK(ranking[1].initiative == a);
  CHECK(ranking[2].initiative == b);
  CHECK(ranking[3].initiative == d);
  CHECK(values_of(ranking[1].placed) == Shares{0.5, 0.25, 0.25});
}

TEST_CASE("the ranking by NPV per one-off money is of means, and of those who cost some", "[analysis][known-answer]") {
  const std::vector<RankedInitiative> ranking = rank_by_npv_per_one_off(four_initiatives(), {a, b, c, d});
  REQUIRE(ranking.size() == 3);
  CHECK(ranking[0].initiative == a);
  CHECK_THAT(ranking[0].value.value, tests::WithinRel(10.0 / 6.0, 1e-15));
  CHECK(ranking[1].initiative == c);
  CHECK_THAT(ranking[1].value.value, tests::WithinRel(1.0, 1e-15));
  CHECK(ranking[2].initiative == b);
  CHECK_THAT(ranking[2].value.value, tests::WithinRel(0.5, 1e-15));
  // Ratios a: 1, 2, 1.5, 2; c: without money infinite, then 0 for nothing, 0.25, 0.5; b: 0.8, 0.6, 0.4, 0.2.
  CHECK(values_of(ranking[0].placed) == Shares{0.75, 0.25, 0.0});
  CHECK(values_of(ranking[1].placed) == Shares{0.25, 0.25, 0.5});
  CHECK(values_of(ranking[2].placed) == Shares{0.0, 0.5, 0.5});
}

TEST_CASE("the shares of all places agree with those of the first three, and add up", "[analysis][property]") {
  const std::vector<double> one = {1.0, 5.0, 3.0, 3.0};
  const std::vector<double> two = {2.0, 4.0, 3.0, 1.0};
  const std::vector<double> three = {0.0, 6.0, 1.0, 2.0};
  const std::vector<double> four = {-1.0, 0.0, 9.0, 2.0};
  const std::vector<std::span<const double>> columns = {one, two, three, four};
  const std::vector<std::vector<double>> all = shares_of_all_places(columns);
  const std::vector<std::array<Estimate, 3>> podium = shares_of_places(columns, 1);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    double sum = 0.0;
    for (const double share : all[i]) sum += share;
    CHECK(sum == 1.0);
    for (std::size_t place = 0; place < 3; ++place) CHECK(all[i][place] == podium[i][place].value);
  }
}

TEST_CASE("ranks and wins of three investments in six trials", "[analysis][known-answer]") {
  // Source: counted by hand, as in Lahdelma and Salminen, "SMAA-2", Operations Research 49, 2001.
  const std::vector<double> bold = {120, -60, 206, 10, -100, 150};
  const std::vector<double> safe = {80, 30, 90, 60, 20, 40};
  const std::vector<double> nothing(6, 0.0);
  const std::vector<std::span<const double>> columns = {bold, safe, nothing};
  const std::vector<std::vector<double>> ranks = shares_of_all_places(columns);
  const std::vector<std::vector<double>> expected = {{3.0, 1.0, 2.0}, {3.0, 3.0, 0.0}, {0.0, 2.0, 4.0}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t place = 0; place < 3; ++place) CHECK(ranks[i][place] == Approx(expected[i][place] / 6.0));
  }
  const std::vector<std::vector<double>> wins = win_shares(columns);
  CHECK(wins[0][1] == Approx(0.5));
  CHECK(wins[0][2] == Approx(4.0 / 6.0));
  CHECK(wins[2][0] == Approx(2.0 / 6.0));
  CHECK(wins[1][2] == Approx(1.0));
  CHECK(wins[1][1] == 0.5);
  CHECK(win_shares({nothing, nothing})[0][1] == 0.5);  // ties count half
}

}  // namespace
}  // namespace wayworth::engine
