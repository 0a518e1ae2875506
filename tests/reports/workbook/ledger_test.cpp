#include <cmath>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/workbook/formula_text.hpp"
#include "reports/workbook/ledger_values.hpp"
#include "reports/workbook/make_ledger.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden_model.hpp"
#include "tests/support/random_model.hpp"

namespace wayworth::reports {
namespace {

using engine::Measure;
using engine::Model;

/// Largest money that the subject moves; rounding is judged against it.
double size_of(const engine::SubjectAccount& account) {
  double size = 1.0;
  for (const engine::MoneyLine& line : account.lines) {
    for (const double value : line.present_value) size += std::abs(value);
  }
  return size + std::abs(account.terminal_value);
}

void check_against_reference(const Model& model, const std::vector<double>& inputs) {
  const Ledger ledger = make_ledger(model);
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    INFO("option " << option);
    const engine::SubjectAccount expected = engine::evaluate_subject(model, inputs, {.option = option});
    LedgerValues values(ledger, given_values(ledger, model, inputs, option));
    const double size = size_of(expected);
    for (const Measure measure : engine::all_measures()) {
      INFO(engine::traits_of(measure).key);
      const double actual = values.all_steps(ledger.measures.at(static_cast<std::size_t>(measure)));
      const double wanted = expected[measure];
      if (!std::isfinite(wanted)) {
        CHECK(((std::isnan(wanted) && std::isnan(actual)) || wanted == actual));
      } else if (measure == Measure::roi || measure == Measure::benefit_cost_ratio) {
        CHECK_THAT(actual, tests::WithinRel(wanted, 1e-9) || tests::WithinAbs(wanted, 1e-9));
      } else if (measure == Measure::payback || measure == Measure::discounted_payback) {
        CHECK_THAT(actual, tests::WithinAbs(wanted, 1e-6));
      } else {
        CHECK_THAT(actual, tests::WithinAbs(wanted, 1e-11 * size));
      }
    }
    for (std::size_t line = 0; line < engine::flow_line_count; ++line) {
      INFO(engine::key_of(static_cast<engine::FlowLine>(line)));
      for (std::size_t entry = 0; entry <= model.time.steps; ++entry) {
        CHECK_THAT(values.at(ledger.flows[line], entry),
                   tests::WithinAbs(expected.lines[line].flow[entry], 1e-11 * size));
      }
    }
  }
}

TEST_CASE("the formulas of a workbook come to what the reference evaluator does", "[workbook][property]") {
  constexpr std::uint64_t seeds = 150;
  const engine::DrawSettings draws{.seed = 7, .sampling = engine::Sampling::random, .replicates = {1, seeds}};
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    INFO("seed " << seed);
    const Model model = tests::random_model(seed);
    check_against_reference(model, engine::draw_inputs(model, draws, seed));
  }
}

TEST_CASE("the formulas of a workbook come to the golden case", "[workbook][known-answer]") {
  const Model model = tests::golden_two_initiatives();
  check_against_reference(model, {});
}

}  // namespace
}  // namespace wayworth::reports
