#include "engine/dependence/dependence.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/dependence/nearest_correlation.hpp"
#include "engine/dependence/rank_correlation.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/random/stream.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

/// From the entries above the diagonal, row by row.
SquareMatrix symmetric(std::size_t size, const std::vector<double>& upper, double diagonal = 1.0) {
  SquareMatrix matrix(size);
  auto next = upper.begin();
  for (std::size_t i = 0; i < size; ++i) {
    matrix(i, i) = diagonal;
    for (std::size_t j = i + 1; j < size; ++j) matrix.set_both(i, j, *next++);
  }
  return matrix;
}

SquareMatrix all_equal(std::size_t size, double entry) {
  return symmetric(size, std::vector<double>(size * (size - 1) / 2, entry));
}

SquareMatrix product(const LowerTriangle& factor) {
  SquareMatrix matrix(factor.size());
  for (std::size_t i = 0; i < factor.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      const auto shorter = factor.row(j);
      matrix.set_both(i, j, std::inner_product(shorter.begin(), shorter.end(), factor.row(i).begin(), 0.0));
    }
  }
  return matrix;
}

void check_same(const SquareMatrix& a, const SquareMatrix& b, double tolerance) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < a.size(); ++j) CHECK_THAT(a(i, j), WithinAbs(b(i, j), tolerance));
  }
}

TEST_CASE("normal scores correlate by 2 sin(pi r / 6)", "[dependence][known-answer]") {
  // 40-digit arithmetic (mpmath).
  const std::array<double, 12> ranks = {-1.0, -0.9, -0.5, -0.2, 0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0};
  const std::array<double, 12> normal = {-1.0,
                                         -0.9079809994790936,
                                         -0.5176380902050415,
                                         -0.20905692653530694,
                                         0.0,
                                         0.31286893008046174,
                                         0.5176380902050415,
                                         0.7167358990906005,
                                         0.8134732861516004,
                                         0.9079809994790936,
                                         0.9543175205192168,
                                         1.0};
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    CHECK_THAT(normal_correlation(ranks[i]), WithinAbs(normal[i], 1e-15));
    CHECK_THAT(rank_correlation(normal[i]), WithinAbs(ranks[i], 1e-7));  // the arcsine is flat at its end
  }
}

TEST_CASE("the factor and the scores of three variables", "[dependence][known-answer]") {
  // 40-digit arithmetic (mpmath).
  const auto dependence = dependence_from(symmetric(3, {0.5, 0.3, -0.2}));
  REQUIRE(dependence);
  CHECK_FALSE(dependence->repair_distance);
  const std::array<double, 6> factor = {
      1.0, 0.5176380902050415, 0.8555996771673522, 0.31286893008046174, -0.4336254581289231, 0.8450337239736582};
  std::size_t entry = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (const double one : dependence->factor.row(i)) CHECK_THAT(one, WithinRel(factor[entry++], 1e-14));
  }
  std::vector<double> scores = {0.9, 0.25, 0.6};
  standard_normal_quantiles(scores, scores);
  correlate(dependence->factor, scores, 1);
  CHECK_THAT(scores[0], WithinRel(1.2815515655446006, 1e-14));
  CHECK_THAT(scores[1], WithinRel(0.08628669236733252, 1e-12));
  CHECK_THAT(scores[2], WithinRel(0.907520440107702, 1e-14));
  CHECK_THAT(standard_normal_cdf(scores[1]), WithinRel(0.5343807415139559, 1e-14));
  CHECK_THAT(standard_normal_cdf(scores[2]), WithinRel(0.8179341772797156, 1e-14));
}

TEST_CASE("the nearest correlation matrix", "[dependence][known-answer]") {
  struct Row {
    SquareMatrix matrix;
    std::vector<double> nearest;
    double distance;
  };
  // Higham, 2002, section 4; Higham, "NAG Library"; a dual Newton method (Qi and Sun) in mpmath agrees.
  SquareMatrix tridiagonal = symmetric(4, {-1, 0, 0, -1, 0, -1}, 2.0);
  const std::vector<Row> rows = {
      {symmetric(3, {1, 0, 1}), {0.7606898534022838, 0.157298106138376, 0.7606898534022838}, 0.5277904635818284},
      {symmetric(3, {0.9, -0.6, 0.7}),
       {0.6369966583201008, -0.38074524469729, 0.47027142629384416},
       0.5831271268509289},
      {tridiagonal,
       {-0.8084124981493002, 0.19158750185069984, 0.1067750490255149, -0.6562326948066236, 0.19158750185069984,
        -0.8084124981493002},
       2.1337291087089216},
      {symmetric(4, {0.8, 0.8, 0.0, 0.0, 0.8, -0.5}),
       {0.6838273890162011, 0.7470873928323688, 0.05291260716763125, 0.05291260716763125, 0.7470873928323688,
        -0.5240998628985494},
       0.22483707400527259},
  };
  for (const Row& row : rows) {
    const NearestCorrelation found = nearest_correlation(row.matrix);
    check_same(found.matrix, symmetric(row.matrix.size(), row.nearest), 1e-10);
    CHECK_THAT(found.distance, WithinRel(row.distance, 1e-10));
  }
}

TEST_CASE("ranks that could be correlations need not be possible as normal scores", "[dependence][known-answer]") {
  // Equal correlations r of three have the eigenvalue 1 + 2 r: 0.02 at -0.49, and -0.015 after the step to the scores.
  const SquareMatrix ranks = all_equal(3, -0.49);
  CHECK(cholesky_factor(ranks));
  const double score = normal_correlation(-0.49);
  CHECK_THAT(1.0 + 2.0 * score, WithinRel(-0.015031778339222517, 1e-12));
  const auto dependence = dependence_from(ranks);
  REQUIRE(dependence);
  REQUIRE(dependence->repair_distance);
  // The nearest with equal entries is -1/2: six entries, moved by the same.
  CHECK_THAT(*dependence->repair_distance, WithinRel(std::sqrt(6.0) * (-0.5 - score), 1e-6));
  check_same(product(dependence->factor), all_equal(3, -0.5), 1e-7);
  CHECK_THAT(dependence->used_ranks(2, 0), WithinAbs(rank_correlation(-0.5), 1e-7));
}

TEST_CASE("the factor of a possible matrix multiplies back to it", "[dependence][property]") {
  for (const double entry : {-0.05, 0.0, 0.2, 0.5, 0.9, 0.999, 1.0}) {
    INFO("all " << entry);
    const SquareMatrix matrix = all_equal(12, entry);
    const auto factor = cholesky_factor(matrix);
    REQUIRE(factor);
    check_same(product(*factor), matrix, 1e-12);
  }
  CHECK_FALSE(cholesky_factor(all_equal(12, -0.1)));
  CHECK_FALSE(cholesky_factor(symmetric(3, {1.0, 0.5, 0.6})));  // equal variables with unequal correlations
}

TEST_CASE("appending a variable leaves the rows of the others as they are", "[dependence][property]") {
  const auto small = dependence_from(symmetric(3, {0.5, 0.3, -0.2}));
  const auto large = dependence_from(symmetric(4, {0.5, 0.3, 0.1, -0.2, 0.4, 0.2}));
  REQUIRE(small);
  REQUIRE(large);
  CHECK(large->factor.leading(3) == small->factor);
}

TEST_CASE("any number of trials is correlated alike", "[dependence][property]") {
  const auto dependence = dependence_from(all_equal(5, 0.4));
  REQUIRE(dependence);
  constexpr std::size_t trials = 100;  // three tiles and a rest
  std::vector<double> together(5 * trials);
  fill_uniform({.seed = 3, .stream = 4, .index = 0}, together);
  const std::vector<double> independent = together;
  correlate(dependence->factor, together, trials);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    std::vector<double> single;
    for (std::size_t i = 0; i < 5; ++i) single.push_back(independent[i * trials + trial]);
    correlate(dependence->factor, single, 1);
    for (std::size_t i = 0; i < 5; ++i) REQUIRE(single[i] == together[i * trials + trial]);
  }
}

TEST_CASE("rank correlations of a sample, equal values sharing their rank", "[dependence][known-answer]") {
  const auto correlation = [](const std::vector<double>& a, const std::vector<double>& b) {
    return sample_rank_correlation(rank_scores(a), rank_scores(b));
  };
  CHECK_THAT(correlation({1, 2, 3, 4}, {10, 20, 500, 501}), WithinAbs(1.0, 1e-15));
  CHECK_THAT(correlation({1, 2, 3, 4}, {4, 3, 2, 1}), WithinAbs(-1.0, 1e-15));
  // Spearman's classic example of IQ and hours of television.
  CHECK_THAT(correlation({106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, {7, 27, 2, 50, 28, 29, 20, 12, 6, 17}),
             WithinRel(-29.0 / 165.0, 1e-12));
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
  CHECK_THAT(correlation({5, 7, 7, 9}, {1, 2, 3, 4}), WithinRel(4.5 / std::sqrt(22.5), 1e-14));
  CHECK(std::isnan(correlation({5, 5, 5}, {1, 2, 3})));
}

}  // namespace
}  // namespace wayworth::engine
