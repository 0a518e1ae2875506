#include "engine/stats/dominance.hpp"

#include <stdexcept>
#include <vector>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using Sample = std::vector<double>;

const Sample x = {3, 5, 8, 12, 20};

TEST_CASE("dominance of equal samples by sorted values and their sums", "[stats][known-answer]") {
  const Sample y = {1, 5, 7, 12, 18};
  const Sample z = {2.9, 6, 9, 13, 25};
  const Sample w = {6, 7, 8, 9, 10};
  CHECK(dominates_first_order(x, y));
  CHECK_FALSE(dominates_first_order(y, x));
  CHECK_FALSE(dominates_first_order(z, x));
  CHECK(almost_dominance_of(z, x) == Approx(0.01234567901234569).epsilon(1e-12));
  CHECK_FALSE(dominates_second_order(w, x));
  CHECK_FALSE(dominates_second_order(x, w));
  CHECK_FALSE(dominates_second_order(z, x));
}

TEST_CASE("the safer of two with one mean dominates in second order only", "[stats][known-answer]") {
  const Sample w = {6, 7, 8, 9, 14};
  const Sample risky = {3, 5, 8, 12, 16};
  CHECK_FALSE(dominates_first_order(w, risky));
  CHECK(dominates_second_order(w, risky));
  CHECK(almost_dominance_of(w, risky) == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("almost dominance compares samples of any size, and adds up to 1 both ways", "[stats][known-answer]") {
  const Sample y = {4, 6, 9};
  CHECK(almost_dominance_of(x, y) == Approx(0.07017543859649124).epsilon(1e-12));
  CHECK(almost_dominance_of(y, x) == Approx(0.9298245614035088).epsilon(1e-12));
  CHECK(almost_dominance_of(x, x) == 0.5);
  CHECK_THROWS_AS(dominates_first_order(x, y), std::invalid_argument);
}

}  // namespace
}  // namespace wayworth::engine
