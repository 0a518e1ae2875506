#include "reports/sections/gantt_text.hpp"

#include "tests/support/catch.hpp"

namespace wayworth::reports {
namespace {

engine::Timeline one_year() {
  return {.start_year = 2026, .start_month = 1, .steps = 12, .steps_per_year = 12};
}

TEST_CASE("a bar is drawn from the middle of its columns", "[reports]") {
  const TimeAxis axis(one_year());
  CHECK(gantt_bar(axis, 2.0, 5.0, 8.0) == "  ---///====");
  CHECK(gantt_bar(axis, 0.6, 0.6, 0.6) == " ===========");
  CHECK(gantt_bar(axis, 11.0, 20.0, 30.0) == "           -");
}

TEST_CASE("a long time has fewer columns, and the fullest step of each counts", "[reports]") {
  engine::Timeline time = one_year();
  time.steps = 84;
  const TimeAxis axis(time);
  CHECK(axis.count() == 28);
  CHECK(axis.last_step(27) == 84);
  std::vector<double> shares(84, 0.0);
  shares[1] = 0.3;
  shares[2] = 0.5;
  shares[83] = 1.2;
  CHECK(use_row(axis, shares) == "5" + std::string(26, '.') + "*");
}

TEST_CASE("use is in tenths: X is all of it, * is more", "[reports]") {
  const TimeAxis axis(one_year());
  CHECK(use_row(axis, {0.0, 0.05, 0.1, 0.11, 0.5, 0.9, 0.91, 1.0, 1.0 + 1e-9, 1.01, 2.0, 9.0}) == ".11259XXX***");
}

TEST_CASE("money is in tenths of the greatest column, and cash so far has a sign", "[reports]") {
  engine::Model model;
  model.currency = "USD";
  model.time = one_year();
  engine::Findings findings;
  const auto line = [&](engine::FlowLine which, const std::vector<double>& steps) {
    engine::FlowSeries series{{}, which, {}};
    for (const double amount : steps) {
      engine::Moments moments;
      moments.add(std::vector<double>{amount});
      series.steps.push_back(moments);
    }
    findings.flow_lines.push_back(series);
  };
  // Entry 0, the very start, belongs to the first month.
  line(engine::FlowLine::one_off_costs, {40, 60, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
  line(engine::FlowLine::running_costs, {0, 0, 0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10});
  line(engine::FlowLine::revenue, {0, 0, 0, 40, 40, 60, 60, 60, 60, 60, 60, 60, 60});
  line(engine::FlowLine::net, {-40, -60, -50, 30, 30, 50, 50, 50, 50, 50, 50, 50, 50});
  const TimeAxis axis(model.time);
  Table table;
  add_money_rows(model, findings, axis, table);
  REQUIRE(table.rows.size() == 3);
  CHECK(std::get<std::string>(table.rows[0][2]) == "..4466666666");
  CHECK(std::get<std::string>(table.rows[1][2]) == "X51111111111");
  CHECK(std::get<std::string>(table.rows[2][2]) == "-----+++++++");
  CHECK(gantt_legend(model, findings, axis, false) ==
        "One column is 1 month: - implementation, / growing effect, = full effect. Benefits and costs: means, "
        "undiscounted, in tenths of USD 100 a column; cash so far: - below zero, + not.");
  Table empty;
  add_money_rows(model, engine::Findings{}, axis, empty);
  CHECK(empty.rows.empty());
}

}  // namespace
}  // namespace wayworth::reports
