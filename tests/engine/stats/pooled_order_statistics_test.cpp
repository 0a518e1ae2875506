#include "engine/stats/pooled_order_statistics.hpp"

#include <algorithm>
#include <cmath>

#include "engine/random/stream.hpp"
#include "engine/stats/tail_risk.hpp"
#include "tests/support/catch.hpp"

using namespace wayworth;
using namespace wayworth::engine;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("ranks among parts are those of all values sorted together", "[stats][property]") {
  for (const std::vector<std::size_t>& lengths :
       {std::vector<std::size_t>{300, 300, 300}, {1, 500, 7}, {40}, {1, 1, 1, 1, 2}, {256, 255, 256, 0, 100}}) {
    std::vector<OrderStatistics> columns;
    std::vector<double> sorted;
    for (std::size_t k = 0; k < lengths.size(); ++k) {
      std::vector<double> part(lengths[k]);
      fill_uniform({.seed = 8, .stream = k, .index = lengths.size()}, part);
      for (double& x : part) x = x > 0.9 ? infinity : std::floor(x * 90.0) + static_cast<double>(5 * k);  // with ties
      sorted.insert(sorted.end(), part.begin(), part.end());
      if (!part.empty()) columns.emplace_back(std::move(part));
    }
    const std::vector<Ascending> parts(columns.begin(), columns.end());
    std::sort(sorted.begin(), sorted.end());
    const PooledOrderStatistics values(parts);
    REQUIRE(values.count() == sorted.size());
    for (std::size_t rank = 0; rank < sorted.size(); ++rank) {
      REQUIRE(values.at_and_next(rank) == std::array{sorted[rank], sorted[std::min(rank + 1, sorted.size() - 1)]});
    }
    CHECK(values.quantile(0.4) == OrderStatistics(sorted).quantile(0.4));
  }
}

TEST_CASE("the worst tenth of parts is that of all values", "[stats]") {
  std::vector<OrderStatistics> columns;
  std::vector<double> all;
  for (std::size_t k = 0; k < 4; ++k) {
    std::vector<double> part(250);
    fill_uniform({.seed = 9, .stream = k, .index = 0}, part);
    all.insert(all.end(), part.begin(), part.end());
    columns.emplace_back(std::move(part));
  }
  const std::vector<Ascending> parts(columns.begin(), columns.end());
  const Estimate expected = cvar(OrderStatistics(all), 0.1);
  const Estimate found = cvar(PooledOrderStatistics(parts), 0.1);
  CHECK(found.value == Approx(expected.value).epsilon(1e-15));
  CHECK(found.standard_error == Approx(expected.standard_error).epsilon(1e-12));
}
