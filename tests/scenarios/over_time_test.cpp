// What happens over time, from scenario to figures: customers, staff, seasons, taxes and the terms of costs. The
// figures are closed forms, or come from short programs in another language that follow the stated recursions.

#include <cmath>
#include <string>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "scenarios/read_model.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using engine::Measure;

engine::Model read(const std::string& time, const std::string& finance, const std::string& sections) {
  auto result = scenarios::read_model_from_text(
      "wayworth: 1\nname: Over time\ncurrency: USD\ntime: " + time + "\nfinance: " + finance + "\n" + sections,
      "case.yaml");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  return *std::move(result.model);
}

/// A measure of the programme, without chance.
double figure(const engine::Model& model, Measure measure) {
  const engine::Results results = engine::simulate_point(engine::compile(model), engine::Point::mean);
  return results.column(engine::Subject{}, measure)[0];
}

engine::TrialAccount account_of(const engine::Model& model) {
  return engine::evaluate_trial(model, engine::point_inputs(model, engine::Point::mean), 0,
                                engine::members_of(model.options[0]));
}

const engine::ValueAccount& driver(const engine::TrialAccount& account, const engine::Model& model,
                                   const std::string& key) {
  for (std::size_t i = 0; i < model.drivers.size(); ++i) {
    if (model.drivers[i].key == key) return account.drivers[i];
  }
  throw std::invalid_argument("no driver " + key);
}

TEST_CASE("customers who leave and join bring their margin on the average base", "[over time]") {
  const engine::Model model = read("{start: 2026-01, horizon: 36 months}", "{discount_rate: 10%}", R"(
segments:
  base:
    customers: 100k
    churn: {value: 20%, unit: 1/year}
    acquired: {value: 1500, unit: customer/month}
    margin: {value: 16, unit: USD/month/customer}
initiatives:
  keep: {costs: [], effects: {base.churn: {set: 18%}}}
)");
  const engine::TrialAccount account = account_of(model);
  const engine::ValueAccount& customers = driver(account, model, "base.customers_at_end");
  CHECK_THAT(customers.today[11], WithinRel(96283.57730352781, 1e-12));
  CHECK_THAT(customers.with[11], WithinRel(98461.82547738176, 1e-12));
  CHECK_THAT(figure(model, Measure::npv), WithinRel(1405788.890471944, 1e-10));
}

TEST_CASE("a base that leaves by tenure follows the shifted beta-geometric survival", "[over time]") {
  const engine::Model model = read("{start: 2026-01, horizon: 5 years, step: year}", "{discount_rate: 10%}", R"(
segments:
  new: {customers: 1000, churn_by_tenure: {alpha: 0.668, beta: 3.806, unit: 1/year}}
  old: {customers: 1000, churn_by_tenure: {alpha: 0.668, beta: 3.806, age: 3, unit: 1/year}}
initiatives:
  nothing: {costs: []}
)");
  const engine::TrialAccount account = account_of(model);
  double expected_new = 1000.0;
  double expected_old = 1000.0;
  for (std::size_t year = 0; year < 5; ++year) {
    const double n = static_cast<double>(year);
    expected_new *= (3.806 + n) / (0.668 + 3.806 + n);
    expected_old *= (3.806 + n + 3.0) / (0.668 + 3.806 + n + 3.0);
    CHECK_THAT(driver(account, model, "new.customers_at_end").today[year], WithinRel(expected_new, 1e-12));
    CHECK_THAT(driver(account, model, "old.customers_at_end").today[year], WithinRel(expected_old, 1e-12));
  }
}

TEST_CASE("a customer who stays with 80 % for 100 a year is worth 267, or 367 from now", "[over time]") {
  const auto value = [](const std::string& terms) {
    const engine::Model model =
        read("{start: 2026-01, horizon: 12 months}", "{discount_rate: 10%}",
             "segments: {a: {customers: 50, churn: {value: 20%, unit: 1/year}, "
             "margin: {value: 100, unit: USD/year/customer}" +
                 terms + "}}\ninitiatives: {keep: {costs: [], effects: {a.churn: {change: -50%}}}}\n");
    const engine::Results results = engine::simulate_point(engine::compile(model), engine::Point::mean);
    std::vector<double> values;
    for (const engine::SegmentColumn& column : results.segments) values.push_back(column.values[0]);
    return values;
  };
  // Customers, value of one, value of all: today, then with churn halved. Gupta and Lehmann's m r / (1 + d - r).
  const std::vector<double> after = value("");
  CHECK_THAT(after[0], WithinRel(40.0, 1e-12));
  CHECK_THAT(after[1], WithinRel(266.666666667, 1e-10));
  CHECK_THAT(after[2], WithinRel(40.0 * 266.666666667, 1e-10));
  CHECK_THAT(after[3], WithinRel(45.0, 1e-12));
  CHECK_THAT(after[4], WithinRel(450.0, 1e-10));
  CHECK_THAT(value(", first_margin: now")[1], WithinRel(366.666666667, 1e-10));
  const double two = 100.0 * (0.8 / 1.1 + 0.8 * 0.8 / 1.21);
  CHECK_THAT(value(", lifetime: 2")[1], WithinRel(two, 1e-10));
}

TEST_CASE("links move their target as log-odds, elasticity or mix of groups", "[over time]") {
  const engine::Model model = read("{start: 2026-01, horizon: 1 year, step: year}", "{discount_rate: 10%}", R"(
drivers:
  nps: {value: 15, unit: point}
  csat: {value: 4, unit: point}
  promoters: 40%
  passives: 35%
  detractors: 25%
  by_nps: 18%
  by_csat: 18%
  by_groups: 15.95%
  half: 18%
links:
  nps: {from: nps, to: by_nps, form: logit, coefficient: -0.01}
  csat: {from: csat, to: by_csat, form: elasticity, coefficient: -0.5}
  groups: {groups: {promoters: 8%, passives: 15%, detractors: 30%}, to: by_groups, form: mix}
  half: {from: nps, to: half, form: logit, coefficient: -0.01, attribution: 50%}
initiatives:
  better:
    costs: []
    effects: {nps: {add: 10}, csat: {change: 5%}, promoters: {add: 4pp}, detractors: {add: -4pp}}
)");
  const engine::TrialAccount account = account_of(model);
  CHECK_THAT(driver(account, model, "by_nps").with[0], WithinRel(0.16570921221459495, 1e-12));
  CHECK_THAT(driver(account, model, "by_csat").with[0], WithinRel(0.17566201313073598, 1e-12));
  CHECK_THAT(driver(account, model, "by_groups").with[0], WithinRel(0.1507, 1e-12));
  CHECK_THAT(driver(account, model, "half").with[0], WithinRel((0.18 + 0.16570921221459495) / 2.0, 1e-12));
  CHECK(driver(account, model, "by_nps").today[0] == 0.18);
}

const std::string falling_need = R"yaml(
drivers:
  needed: {value: 200, unit: FTE}
  cost: {value: 52k, unit: USD/year/FTE}
initiatives:
  less: {costs: [], effects: {needed: {add: "max(10 - 10 * t, -40)"}}}
streams:
  staff: {kind: fte, formula: needed, cost: cost, cashable: 100%)yaml";

TEST_CASE("freed staff leaves by attrition", "[over time]") {
  const std::string time = "{start: 2026-01, horizon: 12 months}";
  const engine::Model limited = read(time, "{discount_rate: 0%}", falling_need + ", release: {attrition: 30%}}\n");
  CHECK_THAT(figure(limited, Measure::savings_per_year), WithinRel(1363859.8525895474, 1e-10));
  const engine::TrialAccount account = account_of(limited);
  CHECK_THAT(account.streams[0].staff.with[4], WithinRel(177.58080034852014, 1e-12));
  CHECK(account.streams[0].value.with[4] == 160.0);

  const engine::Model at_once = read(time, "{discount_rate: 0%}", falling_need + "}\n");
  CHECK_THAT(figure(at_once, Measure::savings_per_year), WithinRel(1646666.6666666667, 1e-10));

  // Everybody who is too many goes at once: ten people in each of four months.
  const engine::Model paid = read(time, "{discount_rate: 0%}",
                                  falling_need + ", release: {attrition: 0%, redundancies: 100%, severance: 15k}}\n");
  CHECK_THAT(figure(paid, Measure::one_off_costs), WithinRel(40.0 * 15000.0, 1e-12));
  CHECK_THAT(figure(paid, Measure::savings_per_year), WithinRel(1646666.6666666667, 1e-10));
}

const std::string investment = R"yaml(
initiatives:
  plant:
    benefits: [{kind: revenue, value: "if(t == 1, 300, if(t == 2, 700, 900))", unit: USD/year}]
    costs:
      - {kind: one_off, value: 1200, from: start, depreciation: 3}
      - {kind: running, value: "if(t == 1, 100, 150)", unit: USD/year}
)yaml";

TEST_CASE("taxes count depreciation, and losses at once or later", "[over time]") {
  const std::string time = "{start: 2026-01, horizon: 4 years, step: year}";
  const engine::Model at_once = read(time, "{discount_rate: 10%, discounting: end, tax_rate: 25%}", investment);
  CHECK_THAT(figure(at_once, Measure::npv), WithinRel(332.76757052113925, 1e-10));
  const engine::Model later =
      read(time, "{discount_rate: 10%, discounting: end, tax_rate: 25%, tax_losses: carried_forward}", investment);
  CHECK_THAT(figure(later, Measure::npv), WithinRel(327.6961956150536, 1e-10));
  const auto account = engine::evaluate_subject(later, engine::point_inputs(later, engine::Point::mean), {});
  const std::vector<double> after_tax = {-1200.0, 200.0, 550.0, 675.0, 562.5};
  for (std::size_t year = 0; year <= 4; ++year) {
    CHECK_THAT(account[engine::FlowLine::net].flow[year], WithinRel(after_tax[year], 1e-12));
  }
}

TEST_CASE("what comes after the horizon grows or fades", "[over time]") {
  const std::string time = "{start: 2026-01, horizon: 5 years, step: year}";
  const std::string flow = "initiatives: {a: {benefits: [{kind: revenue, value: 500, unit: USD/year}], costs: []}}\n";
  const auto later = [&](const std::string& terminal_value) {
    return figure(read(time, "{discount_rate: 10%, discounting: end, terminal_value: " + terminal_value + "}", flow),
                  Measure::pv_terminal_value);
  };
  CHECK_THAT(later("{growth: 2%}"), WithinRel(3958.3734345021144, 1e-10));
  CHECK_THAT(later("{fading: 20%}"), WithinRel(827.895097412207, 1e-10));
}

TEST_CASE("inflation stands between a nominal rate and real figures", "[over time]") {
  const auto rate = [](const std::string& finance) {
    return read("{start: 2026-01, horizon: 1 year, step: year}", finance, "initiatives: {a: {costs: []}}\n")
        .discounting.rates.last();
  };
  CHECK_THAT(rate("{discount_rate: 10%, rate: nominal, figures: real, inflation: 2%}"),
             WithinRel(1.1 / 1.02 - 1.0, 1e-12));
  CHECK_THAT(rate("{discount_rate: 8%, rate: real, figures: nominal, inflation: 2%}"),
             WithinRel(1.08 * 1.02 - 1.0, 1e-12));
  CHECK(rate("{discount_rate: 8%, rate: real, figures: real}") == 0.08);
}

TEST_CASE("discount rates change by year, for flows, lumps and what comes after the horizon", "[over time]") {
  const std::string yearly = "{start: 2026-01, horizon: 3 years, step: year}";
  const std::string rates = "{discount_rate: {series: [8%, 9%, 10%]}, discounting: end";
  const engine::Model model = read(yearly, rates + "}", R"(
initiatives:
  a: {benefits: [{kind: revenue, value: 500, unit: USD/year}], costs: [{kind: one_off, value: 400, from: go_live}],
      rollout: {duration: 18}}
)");
  // Half of the second year and the whole third one have the benefit; the cost is paid after a year and a half.
  CHECK_THAT(figure(model, Measure::pv_benefits),
             WithinRel(250.0 * 0.8494733265375467 + 500.0 * 0.7722484786704971, 1e-12));
  CHECK_THAT(figure(model, Measure::pv_costs), WithinRel(400.0 / 1.08 / std::sqrt(1.09), 1e-12));
  const std::string flow = "initiatives: {a: {benefits: [{kind: revenue, value: 500, unit: USD/year}], costs: []}}\n";
  CHECK_THAT(figure(read(yearly, rates + ", terminal_value: {growth: 2%}}", flow), Measure::pv_terminal_value),
             WithinRel(500.0 * 1.02 / (0.1 - 0.02) * 0.7722484786704971, 1e-12));
  const engine::Model real =
      read(yearly, "{discount_rate: {series: [8%, 9%]}, rate: nominal, figures: real, inflation: 2%}", flow);
  CHECK_THAT(real.discounting.rates.by_year()[0], WithinRel(1.08 / 1.02 - 1.0, 1e-12));
  CHECK_THAT(real.discounting.rates.by_year()[1], WithinRel(1.09 / 1.02 - 1.0, 1e-12));
}

TEST_CASE("the preset tei pays one-off costs at the start and discounts from the end of each year", "[over time]") {
  const engine::Model model =
      read("{start: 2026-01, horizon: 3 years, step: year}", "{discount_rate: 10%, preset: tei}", R"(
drivers:
  benefit: {series: [1606511, 3061331, 4229760], unit: USD/year}
  cost: {series: [666715, 636772, 647783], unit: USD/year}
initiatives:
  study:
    benefits: [{kind: revenue, value: benefit, unit: USD/year}]
    costs:
      - {kind: one_off, value: 53150}
      - {kind: running, value: cost, unit: USD/year}
)");
  CHECK_THAT(figure(model, Measure::pv_benefits), WithinAbs(7168371.457550714, 1e-6));
  CHECK_THAT(figure(model, Measure::pv_costs), WithinAbs(1672201.3523666416, 1e-6));
  CHECK_THAT(figure(model, Measure::roi), WithinRel(3.28678726243429, 1e-10));
  CHECK_THAT(figure(model, Measure::payback), WithinRel(0.6786579215063695, 1e-9));
}

TEST_CASE("seasons, series and yearly growth", "[over time]") {
  const std::string sections = R"(
drivers:
  calls: {value: 100, unit: call/month, seasonality: [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12]}
  price: {series: [5, 6], unit: USD/call}
  wage: {value: 10, unit: USD/hour, growth: 3%, grows: yearly}
initiatives: {nothing: {costs: []}}
)";
  const engine::Model monthly = read("{start: 2026-12, horizon: 36 months}", "{discount_rate: 0%}", sections);
  const engine::TrialAccount months = account_of(monthly);
  const engine::ValueAccount& calls = driver(months, monthly, "calls");
  CHECK_THAT(calls.today[0], WithinRel(600.0, 1e-12));  // December first
  CHECK_THAT(calls.today[1], WithinRel(100.0, 1e-12));
  CHECK_THAT(calls.today[2], WithinRel(50.0, 1e-12));
  CHECK(driver(months, monthly, "price").today[11] == 5.0);
  CHECK(driver(months, monthly, "price").today[12] == 6.0);
  CHECK(driver(months, monthly, "price").today[35] == 6.0);
  CHECK(driver(months, monthly, "wage").today[11] == 10.0);
  CHECK_THAT(driver(months, monthly, "wage").today[24], WithinRel(10.0 * 1.03 * 1.03, 1e-12));

  const engine::Model quarterly =
      read("{start: 2026-01, horizon: 4 quarters, step: quarter}", "{discount_rate: 0%}", sections);
  const engine::TrialAccount quarters = account_of(quarterly);
  CHECK_THAT(driver(quarters, quarterly, "calls").today[0], WithinRel((100.0 + 50.0 + 50.0) / 3.0, 1e-12));
}

TEST_CASE("noise averages out over time as far as it does not persist", "[over time][statistics]") {
  // Of T values with autocorrelation 0.6^k the sum has the variance sd^2 (T + 2 sum (T - k) 0.6^k), 40.516 sd^2 for 12.
  const engine::Model model = read("{start: 2026-01, horizon: 12 months}", "{discount_rate: 0%}", R"(
drivers: {sales: {value: 12, unit: USD/year, noise: {sd: 1%, persistence: 60%}}}
streams: {sales_made: {kind: revenue, basis: contribution, formula: sales}}
initiatives: {double: {costs: [], effects: {sales_made: {change: 100%}}}}
)");
  CHECK(model.inputs.size() == 12);
  CHECK(model.inputs[11].path == "drivers.sales.noise[12]");
  engine::RunSettings settings;
  settings.trials = 20000;
  settings.sampling = engine::Sampling::random;
  const engine::Results results = engine::simulate(engine::compile(model), settings);
  const auto npv = results.column(engine::Subject{}, Measure::npv);
  double mean = 0.0;
  for (const double value : npv) mean += value / static_cast<double>(npv.size());
  double variance = 0.0;
  for (const double value : npv) variance += (value - mean) * (value - mean) / static_cast<double>(npv.size() - 1);
  CHECK(std::abs(mean - 12.0) < 5.0 * std::sqrt(variance / 20000.0));
  // The relative error of a variance of 20,000 normal values is 1 %.
  CHECK_THAT(variance, WithinRel(40.5163258675 * 1e-4, 0.05));
}

TEST_CASE("terms of costs and of the rollout", "[over time]") {
  const auto with = [](const std::string& initiative) {
    return read("{start: 2026-01, horizon: 24 months}", "{discount_rate: 0%}",
                "initiatives: {a: " + initiative + "}\n");
  };
  const auto costs = [&](const std::string& list, const std::string& rollout) {
    return figure(with("{costs: [" + list + "], rollout: " + rollout + "}"), Measure::pv_costs);
  };
  CHECK_THAT(costs("{kind: running, value: 100, unit: USD/month, lasts: 6}", "{duration: 3}"), WithinRel(600.0, 1e-12));
  CHECK_THAT(costs("{kind: one_off, value: 100, contingency: 15%}", "{duration: 3}"), WithinRel(115.0, 1e-12));
  CHECK_THAT(costs("{kind: one_off, value: 120}", "{duration: 4, delay: 2}"), WithinRel(180.0, 1e-12));
  CHECK_THAT(costs("{kind: one_off, value: 120}", "{duration: 4, delay: 2, cost_of_delay: same}"),
             WithinRel(120.0, 1e-12));
  CHECK_THAT(costs("{kind: running, value: 100, unit: USD/year, growth: 5%, grows: yearly}", "{}"),
             WithinRel(205.0, 1e-12));

  const engine::Model shared =
      with("{costs: [{kind: one_off, value: 100, profile: [70%, 30%]}], rollout: {duration: 8}}");
  const auto account = engine::evaluate_subject(shared, engine::point_inputs(shared, engine::Point::mean), {});
  CHECK_THAT(account[engine::FlowLine::one_off_costs].flow[4], WithinRel(17.5, 1e-12));
  CHECK_THAT(account[engine::FlowLine::one_off_costs].flow[5], WithinRel(7.5, 1e-12));

  const engine::Model decaying = with(
      "{costs: [], benefits: [{kind: revenue, value: 12, unit: USD/year}], rollout: {decay: 10%, decay_after: 12}}");
  const engine::TrialAccount trial = account_of(decaying);
  CHECK(trial.initiatives[0].adoption[11] == 1.0);
  CHECK_THAT(trial.initiatives[0].adoption[23], WithinRel(std::pow(0.9, 11.5 / 12.0), 1e-12));
}

}  // namespace
}  // namespace wayworth::tests
