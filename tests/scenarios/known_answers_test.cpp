// Figures that were computed independently, from scenario to result: effects, staff, customers, time and chance.

#include <cmath>
#include <stdexcept>
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

engine::Model read(const std::string& time, const std::string& sections) {
  auto result = scenarios::read_model_from_text(
      "wayworth: 1\nname: Known answers\ncurrency: USD\ntime: " + time + "\nfinance: {discount_rate: 10%}\n" + sections,
      "case.yaml");
  INFO(result.problems.to_text("case.yaml"));
  REQUIRE(result.model);
  return *std::move(result.model);
}

const std::string one_year = "{start: 2026-01, horizon: 12 months}";

/// One trial with every input at its mean, and the programme of the first option.
class Account {
public:
  explicit Account(engine::Model model)
      : model_(std::move(model)),
        trial_(engine::evaluate_trial(model_, engine::point_inputs(model_, engine::Point::mean), 0,
                                      engine::members_of(model_.options[0]))) {}

  [[nodiscard]] const engine::ValueAccount& driver(const std::string& key) const {
    for (std::size_t i = 0; i < model_.drivers.size(); ++i) {
      if (model_.drivers[i].key == key) return trial_.drivers[i];
    }
    throw std::invalid_argument("no driver " + key);
  }
  [[nodiscard]] const engine::ValueAccount& stream(std::size_t position) const {
    return trial_.streams[position].value;
  }
  [[nodiscard]] const engine::InitiativeAccount& initiative(std::size_t position) const {
    return trial_.initiatives[position];
  }

private:
  engine::Model model_;
  engine::TrialAccount trial_;
};

/// A measure of the programme, without chance.
double figure(const engine::Model& model, Measure measure) {
  const engine::Results results = engine::simulate_point(engine::compile(model), engine::Point::mean);
  return results.column(engine::Subject{}, measure)[0];
}

/// What the programme brings in revenue, undiscounted.
double revenue(const engine::Model& model) {
  const auto account = engine::evaluate_subject(model, engine::point_inputs(model, engine::Point::mean), {});
  double sum = 0.0;
  for (const double flow : account[engine::FlowLine::revenue].flow) sum += flow;
  return sum;
}

/// What the initiatives add to the value of the first stream in the first step, a year.
double gain(const std::string& sections) {
  const Account account(read(one_year, sections));
  return account.stream(0).with[0] - account.stream(0).today[0];
}

TEST_CASE("effects come in their order: relative, absolute, target, limit", "[known-answer]") {
  const auto handle_time = [](const std::string& limit) {
    return Account(read(one_year, "drivers: {handle_time: {value: 420, unit: second/call" + limit + "}}\n" + R"(
initiatives:
  guide: {costs: [], effects: {handle_time: {change: -10%}}}
  desktop: {costs: [], effects: {handle_time: {add: -20}}}
  goal: {costs: [], effects: {handle_time: {set: 330}}, rollout: {success: 0%, if_it_fails: 50%}}
)"))
        .driver("handle_time")
        .with[0];
  };
  CHECK_THAT(handle_time(""), WithinRel(344.0, 1e-12));  // 358 + 0.5 (330 - 358)
  CHECK_THAT(handle_time(", min: 345"), WithinRel(345.0, 1e-12));
}

TEST_CASE("an effect counts as far as it is adopted", "[known-answer]") {
  const Account account(read(one_year, R"(
drivers: {handle_time: {value: 420, unit: second/call}}
initiatives:
  guide: {costs: [], effects: {handle_time: {change: -10%}}, rollout: {success: 0%, if_it_fails: 40%}}
)"));
  CHECK_THAT(account.driver("handle_time").with[0], WithinRel(403.2, 1e-12));
}

TEST_CASE("more revenue counts with its margin", "[known-answer]") {
  const engine::Model model = read(one_year, R"(
drivers:
  customers: {value: 250k, unit: customer}
  spend: {value: 480, unit: USD/year/customer}
streams: {sales: {kind: revenue, basis: revenue, margin: 38%, formula: customers * spend}}
initiatives: {offer: {costs: [], effects: {spend: {change: 1.5%}}}}
)");
  CHECK_THAT(Account(model).stream(0).with[0] - Account(model).stream(0).today[0], WithinRel(1800000.0, 1e-12));
  CHECK_THAT(revenue(model), WithinRel(684000.0, 1e-12));
}

TEST_CASE("repurchase rate and order value are counted together, once", "[known-answer]") {
  CHECK_THAT(gain(R"(
drivers:
  customers: {value: 500k, unit: customer}
  repurchase: 42%
  orders: {value: 1.8, unit: order/year/customer}
  order_value: {value: 75, unit: USD/order}
  margin: 40%
streams: {shop: {kind: revenue, basis: contribution, formula: customers * repurchase * orders * order_value * margin}}
initiatives: {care: {costs: [], effects: {repurchase: {add: 2pp}, order_value: {add: 1}}}}
)"),
             WithinRel(698400.0, 1e-10));
}

TEST_CASE("unsolved issues come back", "[known-answer]") {
  const auto contacts = [](const std::string& fcr) {
    return Account(read(one_year, "drivers: {issues: {value: 100k, unit: call/year}, fcr: " + fcr +
                                      ", calls: \"issues * contacts_per_issue(fcr, 100%)\"}\n"
                                      "initiatives: {a: {costs: []}}\n"))
        .driver("calls")
        .today[0];
  };
  CHECK_THAT(contacts("67%"), WithinRel(149253.73134328358, 1e-12));
  CHECK_THAT(contacts("80%"), WithinRel(125000.0, 1e-12));
}

TEST_CASE("paid staff is those at the desk divided by the rest of the time", "[known-answer]") {
  const Account account(read(one_year, R"(
drivers: {work: {value: 208k, unit: call/year}, handle_time: {value: 1, unit: hour/call}, wage: {value: 60k, unit: USD/year/FTE}}
streams:
  desk: {kind: fte, cost: wage, workload: {contacts: work, handle_time: handle_time, occupancy: 100%, shrinkage: 30%, paid_hours: 2080 hour/year/FTE}}
initiatives: {a: {costs: []}}
)"));
  CHECK_THAT(account.stream(0).today[0], WithinRel(142.85714285714286, 1e-12));  // not 130
}

TEST_CASE("churn a year is a smaller share of each month than a twelfth", "[known-answer]") {
  const Account account(read(one_year, R"(
segments: {base: {customers: 100k, churn: {value: 20%, unit: 1/year}, margin: {value: 1, unit: USD/month/customer}}}
initiatives: {a: {costs: []}}
)"));
  const engine::ValueAccount& customers = account.driver("base.customers_at_end");
  CHECK_THAT(1.0 - customers.today[0] / 100000.0, WithinRel(0.018423470126248325, 1e-11));
  CHECK_THAT(customers.today[11], WithinRel(80000.0, 1e-12));
}

TEST_CASE("a delay loses the months that it takes", "[known-answer]") {
  const auto benefit = [](const std::string& delay) {
    return revenue(read(one_year,
                        "initiatives: {a: {benefits: [{kind: revenue, value: 100, unit: USD/month}], costs: [], "
                        "rollout: {duration: 2.5, ramp: 6" +
                            delay + "}}}\n"));
  };
  CHECK_THAT(benefit(""), WithinRel(650.0, 1e-11));
  CHECK_THAT(benefit(", delay: 1.75"), WithinRel(475.0, 1e-11));
}

TEST_CASE("three months of delay cost what they would have brought, and the last ones do not come back",
          "[known-answer]") {
  const auto worth = [](const std::string& start) {
    return figure(read("{start: 2026-01, horizon: 36 months}",
                       "initiatives: {a: {benefits: [{kind: revenue, value: 100, unit: USD/month}], costs: []}}\n"
                       "options: {plan: {starts: {a: " +
                           start + "}}}\n"),
                  Measure::npv);
  };
  CHECK_THAT(worth("1"), WithinRel(3131.055414385235, 1e-12));
  CHECK_THAT(worth("4"), WithinRel(2834.602106054491, 1e-12));
}

TEST_CASE("what is late makes late what waits for it", "[known-answer]") {
  const Account account(read("{start: 2026-01, horizon: 24 months}", R"(
initiatives:
  a: {costs: [], rollout: {duration: 3, delay: 1.5}}
  b: {costs: [], rollout: {duration: 2}, needs: [{a: 1}]}
  c: {costs: [], rollout: {duration: 4, delay: 0.5}}
options: {plan: {starts: {a: 1, b: 5, c: 3}}}
)"));
  CHECK(account.initiative(0).go_live_months == 4.5);
  CHECK(account.initiative(1).start_months == 5.5);
  CHECK(account.initiative(1).go_live_months == 7.5);
  CHECK(account.initiative(2).go_live_months == 6.5);
}

TEST_CASE("growth is smooth or by the year", "[known-answer]") {
  const auto wage = [](const std::string& grows) {
    return Account(read("{start: 2026-01, horizon: 36 months}",
                        "drivers: {wage: {value: 100, unit: USD/month, growth: 3%, grows: " + grows +
                            "}}\ninitiatives: {a: {costs: []}}\n"))
        .driver("wage")
        .today;
  };
  const std::vector<double> smooth = wage("smoothly");
  CHECK_THAT(smooth[1], WithinRel(100.24662697723036, 1e-12));
  CHECK_THAT(smooth[12], WithinRel(103.0, 1e-12));
  CHECK_THAT(smooth[30], WithinRel(107.66959061406337, 1e-12));
  const std::vector<double> yearly = wage("yearly");
  CHECK_THAT(yearly[11], WithinRel(100.0, 1e-12));
  CHECK_THAT(yearly[12], WithinRel(103.0, 1e-12));
  CHECK_THAT(yearly[30], WithinRel(106.09, 1e-12));
}

TEST_CASE("an effect that wears off loses its share smoothly over the year", "[known-answer]") {
  const Account account(read(one_year, R"(
drivers: {calls: {value: 1000, unit: call/year}}
initiatives: {a: {costs: [], effects: {calls: {add: -100}}, rollout: {decay: 10%}}}
)"));
  const std::vector<double>& adoption = account.initiative(0).adoption;
  CHECK_THAT(adoption[0], WithinRel(std::sqrt(0.9912583890453033), 1e-12));  // the middle of the month
  CHECK_THAT(adoption[7] / adoption[6], WithinRel(0.9912583890453033, 1e-12));
}

/// Mean and standard deviation of the programme's NPV in a run of independent trials.
void check_moments(const std::string& sections, double mean, double variance) {
  const engine::Model model = read("{start: 2026-01, horizon: 1 year, step: year}", sections);
  engine::RunSettings settings;
  settings.trials = 65536;
  settings.sampling = engine::Sampling::random;
  const engine::Results results = engine::simulate(engine::compile(model), settings);
  const std::span<const double> npv = results.column(engine::Subject{}, Measure::npv);
  const auto count = static_cast<double>(npv.size());
  double sum = 0.0;
  for (const double value : npv) sum += value;
  double squares = 0.0;
  double fourth = 0.0;
  for (const double value : npv) {
    const double square = (value - sum / count) * (value - sum / count);
    squares += square;
    fourth += square * square;
  }
  CHECK(std::abs(sum / count - mean) < 5.0 * std::sqrt(variance / count));
  const double error = std::sqrt((fourth / count - variance * variance) / count);
  CHECK(std::abs(squares / (count - 1.0) - variance) < 5.0 * error);
}

TEST_CASE("a product of uncertain figures less another has its mean and variance", "[known-answer][statistical]") {
  check_moments(R"yaml(
drivers: {volume: {value: "triangular(80, 100, 130)", unit: call/year}, worth: {
value:
  "pert(0.3, 0.4, 0.5)", unit : USD / call
}
}
initiatives:
  a:
    benefits: [{kind: revenue, value: volume * worth * 1.1 ^ 0.5, unit: USD/year}]
    costs: [{kind: one_off, value: "lognormal(25, 8)", from: start}]
)yaml",
                16.333333333333332, 96.2936507936508);
}

TEST_CASE("success or failure has the moments of the mixture", "[known-answer][statistical]") {
  check_moments(R"yaml(
initiatives:
  a:
    benefits: [{kind: revenue, value: "normal(500, 120) * 1.1 ^ 0.5", unit: USD/year}]
    costs: [{kind: one_off, value: 200, from: start}]
    rollout: {success: 70%}
)yaml",
                150.0, 62580.0);
}

}  // namespace
}  // namespace wayworth::tests
