#include "engine/analysis/stopping.hpp"

#include "engine/analysis/findings.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::engine {
namespace {

/// Two options and two initiatives, with these means and one error for all differences.
Findings findings_with(double first, double second, double error) {
  Findings findings;
  for (const double mean : {first, second}) {
    Figures figures;
    Summary& npv = figures.by_measure[static_cast<std::size_t>(Measure::npv)];
    npv.mean = Estimate{mean, error};
    npv.standard_deviation = 1000.0;
    npv.quantiles.emplace();
    npv.quantiles->fill({mean, 2.0 * error});
    npv.probability_of_loss = Estimate{0.1, 0.001};
    findings.options.push_back(figures);
  }
  findings.comparisons = {{0, 1, {0.5, 0.0}, {first - second, error}}};
  findings.by_npv = {{InitiativeId{first > second ? 0U : 1U}, {std::max(first, second), error}},
                     {InitiativeId{first > second ? 1U : 0U}, {std::min(first, second), error}}};
  return findings;
}

using Open = std::vector<std::string>;

TEST_CASE("a run is precise when 2.33 standard errors fit the width that is wanted", "[stopping]") {
  const Findings found = findings_with(100.0, 50.0, 10.0);
  CHECK(still_open({.precision = {.mean = 23.3}}, found, nullptr).empty());
  CHECK(still_open({.precision = {.mean = 23.2}}, found, nullptr) == Open{"mean"});
  CHECK(still_open({.precision = {.p10 = 46.7, .p90 = 46.5}}, found, nullptr) == Open{"p90"});
  CHECK(still_open({.precision = {.probability_of_loss = 0.002}}, found, nullptr) == Open{"loss"});
  // The usual: 1 % of the standard deviation for this mean, 2 % of it for P10 and P90, one point.
  CHECK(still_open({.has_usual_precision = true}, found, nullptr) == Open{"mean", "p10", "p90"});
  CHECK(still_open({.has_usual_precision = true}, findings_with(100.0, 50.0, 4.0), nullptr).empty());
}

TEST_CASE("a decision is stable when nothing changed but by chance, and the best is clear", "[stopping]") {
  const StoppingRule rule = {.decision_is_stable = true};
  const Findings before = findings_with(100.0, 50.0, 10.0);
  CHECK(still_open(rule, findings_with(110.0, 55.0, 7.0), nullptr) == Open{"stable"});
  CHECK(still_open(rule, findings_with(110.0, 55.0, 7.0), &before).empty());
  CHECK(still_open(rule, findings_with(50.0, 100.0, 7.0), &before) == Open{"stable"});     // another one is best
  CHECK(still_open(rule, findings_with(100.0, 95.0, 7.0), &before) == Open{"stable"});     // not clear which
  CHECK(still_open(rule, findings_with(100.0, 99.99, 0.01), &before).empty());             // as good as each other
  CHECK(still_open(rule, findings_with(-100.0, -150.0, 7.0), &before) == Open{"stable"});  // nothing at all is best now
}

}  // namespace
}  // namespace wayworth::engine
