#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/distributions/distribution.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

using namespace wayworth::tests;

Distribution from_row(const nlohmann::json& row) {
  const std::string family = row.at("distribution");
  if (family == "pert") return Pert::make(row.at("min"), row.at("mode"), row.at("max"), row.at("lambda"));
  if (family == "triangular") return Triangular::make(row.at("min"), row.at("mode"), row.at("max"));
  if (family == "lognormal_from_p05_p95") return Lognormal::from_interval(row.at("p05"), row.at("p95"));
  if (family == "normal") return Normal::make(row.at("mean"), row.at("sd"));
  if (family == "beta") return Beta::make(row.at("alpha"), row.at("beta"));
  REQUIRE(family == "truncated_normal");
  REQUIRE(row.at("high").is_null());
  return TruncatedNormal::make(row.at("mu"), row.at("sigma"), row.at("low"), std::numeric_limits<double>::infinity());
}

TEST_CASE("quantiles and moments to 15 digits", "[distributions][known-answer]") {
  std::ifstream file(WAYWORTH_SOURCE_DIR "/tests/reference/distribution_quantiles_15_digits.json");
  const auto inputs = nlohmann::json::parse(file).at("inputs");
  for (const auto& row : inputs.at("distributions")) {
    const Distribution d = from_row(row);
    INFO(describe(d));
    const double sd = standard_deviation(d);
    CHECK_THAT(mean(d), WithinRel(row.at("mean").get<double>(), 1e-12));
    CHECK_THAT(sd * sd, WithinRel(row.at("variance").get<double>(), 1e-12));
    for (std::size_t i = 0; i < inputs.at("probabilities").size(); ++i) {
      const double p = inputs.at("probabilities")[i];
      INFO("p " << p);
      CHECK_THAT(quantile(d, p),
                 WithinAbs(row.at("quantiles")[i].get<double>(), 1e-12 * sd + 1e-14 * std::abs(mean(d))));
    }
  }
}

}  // namespace
}  // namespace wayworth::engine
