#include "engine/results/measure.hpp"

#include <set>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

TEST_CASE("every measure has its own key and name", "[results]") {
  std::set<std::string_view> keys;
  std::set<std::string_view> names;
  for (const Measure measure : all_measures()) {
    keys.insert(traits_of(measure).key);
    names.insert(traits_of(measure).name);
  }
  CHECK(keys.size() == measure_count);
  CHECK(names.size() == measure_count);
  CHECK(traits_of(Measure::npv).key == "npv");
  CHECK(traits_of(Measure::payback).unit == MeasureUnit::months);
  CHECK(traits_of(Measure::cashed_fte).key == "cashed_fte");
  CHECK(traits_of(Measure::one_off_costs).key == "one_off_costs");
}

TEST_CASE("the keys of the cash flow lines follow their enum", "[results]") {
  CHECK(key_of(FlowLine::revenue) == "revenue");
  CHECK(key_of(FlowLine::running_costs) == "running_costs");
  CHECK(key_of(FlowLine::cash_net) == "cash_net");
}

}  // namespace
}  // namespace wayworth::engine
