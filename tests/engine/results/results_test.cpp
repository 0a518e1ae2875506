#include "engine/results/results.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

TEST_CASE("columns and flows are found by subject and measure", "[results]") {
  const Subject programme{};
  const Subject alone{.scope = Scope::alone, .initiative = InitiativeId{1}};
  Results results;
  results.columns = {{programme, Measure::npv, {1.0, 2.0}}, {alone, Measure::npv, {3.0}}};
  results.flows = {{programme, FlowLine::net, {}}};
  CHECK(results.column(alone, Measure::npv)[0] == 3.0);
  CHECK(results.column(programme, Measure::npv).size() == 2);
  CHECK(results.flow(programme, FlowLine::net).line == FlowLine::net);
  CHECK_THROWS_WITH(results.column(alone, Measure::roi), "no column roi of initiative 1 (scope alone) of option 0");
  CHECK_THROWS_AS(results.flow(alone, FlowLine::net), std::out_of_range);
}

}  // namespace
}  // namespace wayworth::engine
