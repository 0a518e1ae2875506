#include "engine/model/model.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

Model with_needs(std::vector<std::vector<InitiativeId>> needs) {
  Model model;
  for (std::vector<InitiativeId>& one : needs) {
    model.initiatives.emplace_back();
    model.initiatives.back().needs = std::move(one);
  }
  return model;
}

TEST_CASE("prerequisites and dependants are found through others, in ascending order", "[model]") {
  constexpr InitiativeId a{0};
  constexpr InitiativeId b{1};
  constexpr InitiativeId c{2};
  constexpr InitiativeId d{3};
  const Model model = with_needs({{d, c}, {}, {b}, {b}});
  CHECK(prerequisites_of(model, a) == std::vector<InitiativeId>{b, c, d});
  CHECK(prerequisites_of(model, b).empty());
  CHECK(dependants_of(model, b) == std::vector<InitiativeId>{a, c, d});
  CHECK(dependants_of(model, c) == std::vector<InitiativeId>{a});
}

TEST_CASE("a step has as many months as the grid says", "[model]") {
  CHECK(months_per_step({.steps_per_year = 12}) == 1.0);
  CHECK(months_per_step({.steps_per_year = 4}) == 3.0);
  CHECK(months_per_step({.steps_per_year = 1}) == 12.0);
}

TEST_CASE("every driver and stream comes after those that it names", "[model][property]") {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Model model = tests::random_model(seed);
    const std::vector<DriverId> drivers = driver_order(model);
    CHECK(drivers.size() == model.drivers.size());
    for (auto here = drivers.begin(); here != drivers.end(); ++here) {
      for (const DriverId other : drivers_named_in(model.drivers[index_of(*here)].value)) {
        CHECK(std::find(drivers.begin(), here, other) != here);
      }
    }
    const std::vector<StreamId> streams = stream_order(model);
    CHECK(streams.size() == model.streams.size());
    for (auto here = streams.begin(); here != streams.end(); ++here) {
      for (const StreamId other : streams_named_in(model.streams[index_of(*here)].value)) {
        CHECK(std::find(streams.begin(), here, other) != here);
      }
    }
  }
}

}  // namespace
}  // namespace wayworth::engine
