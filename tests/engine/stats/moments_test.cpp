#include "engine/stats/moments.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "engine/distributions/triangular.hpp"
#include "engine/random/stream.hpp"
#include "engine/stats/neumaier_sum.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/ratio_of_means.hpp"
#include "tests/engine/stats/twenty_values.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

TEST_CASE("a compensated sum keeps what plain addition loses", "[stats]") {
  NeumaierSum sum;
  for (const double x : {1.0, 1e100, 1.0, -1e100}) {
    sum.add(x);
  }
  CHECK(sum.value() == 2.0);

  NeumaierSum left;
  left.add(1e100);
  left.add(1.0);
  NeumaierSum right;
  right.add(1.0);
  right.add(-1e100);
  left.merge(right);
  CHECK(left.value() == 2.0);
}

TEST_CASE("mean, sd and standard error of twenty values", "[stats][known-answer]") {
  Moments moments;
  moments.add(twenty_values);
  CHECK(moments.count() == 20);
  CHECK_THAT(moments.mean(), WithinRel(3.285, 1e-15));
  CHECK_THAT(moments.standard_deviation(), WithinRel(4.156703526898005, 1e-14));
  CHECK_THAT(moments.standard_error(), WithinRel(0.9294671648457064, 1e-14));
}

TEST_CASE("merged blocks equal one pass", "[stats][property]") {
  std::vector<double> column(5000);
  fill_uniform({.seed = 1, .stream = 2, .index = 0}, column);
  for (double& x : column) {
    x += 1e6;  // a mean far from 0 shows what a naive variance would lose
  }
  Moments whole;
  whole.add(column);
  for (const std::size_t block : {1UL, 7UL, 1024UL}) {
    Moments merged;
    for (std::size_t start = 0; start < column.size(); start += block) {
      merged.add(std::span(column).subspan(start, std::min(block, column.size() - start)));
    }
    INFO("blocks of " << block);
    CHECK(merged.count() == whole.count());
    CHECK_THAT(merged.mean(), WithinRel(whole.mean(), 1e-15));
    CHECK_THAT(merged.variance(), WithinRel(whole.variance(), 1e-9));
  }
}

TEST_CASE("one value has no standard error, none has mean 0", "[stats]") {
  Moments moments;
  CHECK(moments.mean() == 0.0);
  moments.merge(Moments());
  moments.add(std::vector{5.0});
  CHECK(moments.mean() == 5.0);
  CHECK(moments.variance() == 0.0);
  CHECK(moments.standard_error() == std::numeric_limits<double>::infinity());
}

TEST_CASE("a thousand triangular trials, golden", "[stats][golden]") {
  // Reference: an independent implementation of the generator, the inversion and the statistics in Python.
  std::vector<double> trials(1000);
  fill_uniform({.seed = 20240607, .stream = stream_id("drv.aht.effect"), .index = 0}, trials);
  const Triangular effect = Triangular::make(10, 15, 40);
  for (double& x : trials) {
    x = effect.quantile(x);
  }
  CHECK_THAT(trials[0], WithinRel(12.761058078479213, 1e-14));
  CHECK_THAT(trials[4], WithinRel(14.098583436002988, 1e-14));
  Moments moments;
  moments.add(trials);
  CHECK_THAT(moments.mean(), WithinRel(21.39976272277609, 1e-13));
  CHECK_THAT(moments.standard_deviation(), WithinRel(6.578599693934738, 1e-13));
  const std::vector<double> p10_p90 = quantiles(trials, std::vector{0.1, 0.9});
  CHECK_THAT(p10_p90[0], WithinRel(13.702929300627622, 1e-13));
  CHECK_THAT(p10_p90[1], WithinRel(31.29850288612247, 1e-13));
}

TEST_CASE("the return of an option is a ratio of means", "[stats][known-answer]") {
  const std::vector<double> net = {50, 50, 150};
  const std::vector<double> cost = {50, 150, 250};
  const Estimate roi = ratio_of_means(net, cost, 1);
  CHECK_THAT(roi.value, WithinRel(0.5555555555555556, 1e-15));  // the mean of the ratios is 0.644
  CHECK_THAT(roi.standard_error, WithinRel(0.11111111111111116, 1e-13));
  CHECK(std::isnan(ratio_of_means(net, std::vector<double>(3, 0.0), 1).value));
}

}  // namespace
}  // namespace wayworth::engine
