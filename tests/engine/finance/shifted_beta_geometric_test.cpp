#include "engine/finance/shifted_beta_geometric.hpp"

#include <cmath>
#include <vector>

#include "engine/core/input_error.hpp"
#include "engine/finance/clv.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

// Source: Fader and Hardie 2007 and 2010, the high-end customers of their example.
TEST_CASE("retention and lifetime of Fader and Hardie's high-end customers", "[finance][known-answer]") {
  const auto customers = ShiftedBetaGeometric::make(0.668, 3.806);
  const std::vector<double> retention = {0.8506928922664283, 0.8779685787358421, 0.8968180413963547, 0.9106234947819106,
                                         0.921170639603493,  0.9294912391809161, 0.9362230284514035};
  const std::vector<double> survival = {1.0,
                                        0.8506928922664283,
                                        0.7468816295638389,
                                        0.6698169201803597,
                                        0.6099510247186952,
                                        0.5618689755669265,
                                        0.5222522903570144,
                                        0.48894462089372576};
  for (std::size_t t = 0; t < survival.size(); ++t) {
    CHECK_THAT(customers.survival(static_cast<double>(t)), WithinRel(survival[t], 1e-12));
  }
  for (std::size_t t = 0; t < retention.size(); ++t) {
    CHECK_THAT(customers.retention(static_cast<double>(t + 1)), WithinRel(retention[t], 1e-14));
  }
  CHECK_THAT(customers.mean_churn(), WithinRel(0.14930710773357175, 1e-14));
  CHECK_THAT(customers.expected_discounted_lifetime(0.1), WithinRel(5.922596407612764, 1e-13));
  CHECK_THAT(customers.expected_discounted_residual_lifetime(4.0, 0.1), WithinRel(6.620280323188252, 1e-13));
  // What a constant retention at the first period's rate would say.
  CHECK_THAT(lifetime_value_from_now({1.0, customers.retention(1.0), 0.1}), WithinRel(4.412228796844182, 1e-12));
}

TEST_CASE("twelve years on, from fits to seven", "[finance][known-answer]") {
  CHECK_THAT(ShiftedBetaGeometric::make(0.7040772984735162, 1.1820430262094757).survival(12.0),
             WithinRel(0.1700374528115109, 1e-9));
  CHECK_THAT(ShiftedBetaGeometric::make(0.6680883511064463, 3.806094964058267).survival(12.0),
             WithinRel(0.37799907159740886, 1e-9));
}

TEST_CASE("survival is a ratio of beta functions", "[finance][property]") {
  for (const double alpha : {0.01, 0.668, 3.0}) {
    for (const double beta : {0.05, 3.806, 40.0}) {
      const auto customers = ShiftedBetaGeometric::make(alpha, beta);
      const auto log_beta = [&](double b) { return std::lgamma(alpha) + std::lgamma(b) - std::lgamma(alpha + b); };
      for (const double periods : {0.0, 1.0, 12.0, 120.0}) {
        CHECK_THAT(customers.survival(periods), WithinRel(std::exp(log_beta(beta + periods) - log_beta(beta)), 1e-11));
      }
    }
  }
}

TEST_CASE("customers who are all alike are retained at a constant rate", "[finance][property]") {
  const auto customers = ShiftedBetaGeometric::make(0.2e9, 0.8e9);
  CHECK_THAT(customers.expected_discounted_lifetime(0.1), WithinRel(lifetime_value_from_now({1.0, 0.8, 0.1}), 1e-7));
}

TEST_CASE("without discounting a lifetime is finite only when few stay for ever", "[finance][property]") {
  const auto customers = ShiftedBetaGeometric::make(3.0, 4.0);
  CHECK_THAT(customers.expected_discounted_lifetime(0.0), WithinRel(3.0, 1e-14));
  CHECK_THAT(customers.expected_discounted_lifetime(1e-5), WithinRel(3.0, 1e-3));
  CHECK_THAT(customers.expected_discounted_residual_lifetime(1.0, 0.0), WithinRel(2.0, 1e-14));  // one payment fewer
  CHECK_THROWS_AS(ShiftedBetaGeometric::make(0.668, 3.806).expected_discounted_lifetime(0.0), InputError);
  CHECK_THROWS_AS(customers.expected_discounted_lifetime(-0.1), InputError);
  CHECK_THROWS_WITH(ShiftedBetaGeometric::make(0.0, 1.0),
                    "shifted beta-geometric retention: alpha 0 and beta 1 must be greater than 0");
  CHECK_THROWS_AS(ShiftedBetaGeometric::make(1.0, std::nan("")), InputError);
}

}  // namespace
}  // namespace wayworth::engine
