#include "engine/model/model.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::engine {
namespace {

Model with_needs(std::vector<std::vector<InitiativeId>> needs) {
  Model model;
  for (const std::vector<InitiativeId>& one : needs) {
    model.initiatives.emplace_back();
    for (const InitiativeId need : one) model.initiatives.back().needs.push_back({need});
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

}  // namespace
}  // namespace wayworth::engine
