#include "engine/analysis/typical_trials.hpp"

#include <map>

#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

Results results_with(std::vector<double> npv) {
  Results results;
  results.manifest.trials = npv.size();
  results.columns.push_back({{}, Measure::npv, std::move(npv)});
  return results;
}

TEST_CASE("typical trials are those at the quantiles of the NPV, and the first ones", "[analysis]") {
  std::vector<double> npv;
  for (int i = 0; i < 101; ++i) npv.push_back((i * 37) % 101);  // 0..100, shuffled: trial t is (37 t) mod 101
  const Results results = results_with(npv);
  std::map<double, double> npv_at;
  std::size_t first_ones = 0;
  for (const TypicalTrial& one : typical_trials(results)) {
    if (one.probability) {
      npv_at[*one.probability] = npv[one.trial];
    } else {
      ++first_ones;
    }
  }
  CHECK(npv_at.size() == 9);
  for (const auto& [probability, value] : npv_at) CHECK(value == 100.0 * probability);
  CHECK(first_ones == 2);  // trial 0 has the least NPV already
}

TEST_CASE("each typical trial is there once, and a run without chance has none", "[analysis]") {
  CHECK(typical_trials(results_with({5.0})).size() == 1);
  Results point = results_with({5.0});
  point.manifest.point = Point::mean;
  CHECK(typical_trials(point).empty());
}

}  // namespace
}  // namespace wayworth::engine
