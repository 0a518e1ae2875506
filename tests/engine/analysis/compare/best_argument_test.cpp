#include "engine/analysis/compare/best_argument.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

TEST_CASE("the best argument is where a side wins oftenest", "[compare][known-answer]") {
  constexpr std::size_t trials = 1000;
  NamedColumn price{"drivers.price", {}};
  NamedColumn luck{"initiatives.a.rollout.success", {}};
  NamedColumn other{"drivers.other", {}};
  std::vector<double> gain;
  for (std::size_t i = 0; i < trials; ++i) {
    price.values.push_back(static_cast<double>(i) / trials);
    luck.values.push_back(i % 5 == 0 ? 0.0 : 1.0);
    other.values.push_back(static_cast<double>(i * 7 % trials));
    gain.push_back(price.values.back() < 0.05 || (i % 5 == 0 && i % 2 == 0) ? 2.0 : -1.0);
  }
  const BestArgument argument = best_argument(gain, std::vector{price, luck, other});
  CHECK(argument.trials == trials);
  CHECK(argument.share_won == Approx(0.145));  // 50, and 100 - 5 of the others
  CHECK(argument.mean_gain_when_won == Approx(2.0));
  REQUIRE(argument.strongholds.size() == 2);
  const Stronghold& low_price = argument.strongholds[0];
  CHECK(low_price.input == "drivers.price");
  CHECK_FALSE(low_price.is_high);
  CHECK(low_price.limit == Approx(0.099));
  CHECK(low_price.trials == 100);
  CHECK(low_price.share_won.value == Approx(0.55));
  CHECK(low_price.gain.value == Approx(0.65));
  const Stronghold& failure = argument.strongholds[1];
  CHECK(failure.input == "initiatives.a.rollout.success");
  CHECK_FALSE(failure.is_high);
  CHECK(failure.trials == 200);
}

TEST_CASE("chance alone is no argument", "[compare][statistical]") {
  std::vector<double> gain;
  std::vector<NamedColumn> inputs(40);
  for (std::size_t i = 0; i < 2000; ++i) {
    gain.push_back(std::sin(static_cast<double>(i * i)) - 0.3);
    for (std::size_t k = 0; k < inputs.size(); ++k) {
      inputs[k].values.push_back(std::sin(static_cast<double>((i + 17) * (k + 3)) * 1.7 + static_cast<double>(k)));
    }
  }
  const BestArgument argument = best_argument(gain, inputs);
  CHECK(argument.share_won > 0.2);
  CHECK(argument.strongholds.empty());
}

TEST_CASE("who never wins has no argument", "[compare]") {
  const BestArgument argument = best_argument(std::vector<double>(50, 0.0), {});
  CHECK(argument.share_won == 0.0);
  CHECK(argument.strongholds.empty());
}

}  // namespace
}  // namespace wayworth::engine
