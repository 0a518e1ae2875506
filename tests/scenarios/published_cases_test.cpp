// Business cases that others published come out of a scenario with the published figures: tests/reference/*.yaml, each
// with its source, and published_figures.json.

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "scenarios/read_model.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using engine::Measure;

const std::string folder = WAYWORTH_SOURCE_DIR "/tests/reference/";

engine::Model read(const std::string& scenario, const std::vector<std::string>& overrides = {}) {
  auto result = scenarios::read_model(folder + scenario + ".yaml", overrides);
  INFO(result.problems.to_text(scenario));
  REQUIRE(result.model);
  CHECK_FALSE(result.problems.has_errors());
  return *std::move(result.model);
}

Measure measure_named(const std::string& key) {
  for (const Measure measure : engine::all_measures()) {
    if (engine::traits_of(measure).key == key) return measure;
  }
  throw std::invalid_argument("no measure " + key);
}

engine::Subject programme(std::size_t option) {
  return {.scope = engine::Scope::programme, .option = option};
}

/// The measure without chance, from the simulation; the slow evaluator has to agree.
double figure(const engine::Model& model, std::size_t option, Measure measure) {
  const engine::Results results = engine::simulate_point(engine::compile(model), engine::Point::mean);
  const double value = results.column(programme(option), measure)[0];
  const auto inputs = engine::point_inputs(model, engine::Point::mean);
  const double expected = engine::evaluate_subject(model, inputs, programme(option))[measure];
  if (std::isfinite(expected)) {
    CHECK_THAT(value, WithinAbs(expected, 1e-6 + 1e-9 * std::abs(expected)));
  } else {
    CHECK(value == expected);
  }
  return value;
}

/// What a stream is in the first step, today and with everything.
engine::ValueAccount stream(const engine::Model& model, std::size_t index) {
  const auto inputs = engine::point_inputs(model, engine::Point::mean);
  const auto members = engine::members_of(model.options[0]);
  return engine::evaluate_trial(model, inputs, 0, members).streams[index].value;
}

nlohmann::json published() {
  return nlohmann::json::parse(std::ifstream(folder + "published_figures.json"));
}

}  // namespace

TEST_CASE("published business cases come out as printed", "[published][known-answer]") {
  for (const auto& one : published()) {
    const std::string scenario = one["scenario"];
    for (const auto& row : one["figures"]) {
      INFO(scenario << " " << row.dump());
      const engine::Model model = read(scenario, row["set"].get<std::vector<std::string>>());
      const double value = figure(model, row["option"], measure_named(row["measure"]));
      CHECK(std::abs(value - row["value"].get<double>()) <= row["tolerance"].get<double>());
    }
  }
}

TEST_CASE("a driver's swing is the published one", "[published][known-answer]") {
  for (const auto& one : published()) {
    if (!one.contains("spans")) continue;
    for (const auto& span : one["spans"]) {
      INFO(span.dump());
      const auto npv_at = [&](const std::string& end) {
        const std::string assignment = span["path"].get<std::string>() + "=" + span[end].get<std::string>();
        return figure(read(one["scenario"], {assignment}), 0, Measure::npv);
      };
      CHECK_THAT(std::abs(npv_at("high") - npv_at("low")), WithinRel(span["value"].get<double>(), 1e-9));
    }
  }
}

TEST_CASE("OpenStax: the machine with the higher NPV is the better option", "[published]") {
  const engine::Model model = read("openstax_embroidery_machine");
  CHECK(figure(model, 1, Measure::npv) > figure(model, 0, Measure::npv));
}

TEST_CASE("robots that do not pay back in three years do in the fourth", "[published]") {
  CHECK(std::isinf(figure(read("rpa_negative_base_case"), 0, Measure::discounted_payback)));
  const engine::Model longer = read("rpa_negative_base_case", {"time.horizon=4 years"});
  const double payback = figure(longer, 0, Measure::discounted_payback);
  CHECK(payback > 36.0);
  CHECK(payback <= 48.0);
}

TEST_CASE("support bot: the contained contacts still cost something", "[published][known-answer]") {
  const engine::ValueAccount support = stream(read("support_bot_containment"), 0);
  CHECK_THAT(support.today[0] / 12.0, WithinAbs(300000.0, 0.5));
  CHECK_THAT(support.with[0] / 12.0, WithinAbs(182000.0, 0.5));
}

TEST_CASE("paid hours divide by what is not lost", "[published][known-answer]") {
  const engine::Model model = read("fte_occupancy_shrinkage");
  CHECK_THAT(stream(model, 0).today[0], WithinAbs(208.33, 0.005));
  CHECK_THAT(stream(model, 1).today[0], WithinRel(277.77777777777777, 1e-12));
  CHECK_THAT(stream(model, 2).today[0], WithinRel(272.33115468409585, 1e-12));
}

TEST_CASE("Hubbard's machine lease: mean saving and probability of a loss", "[published][known-answer]") {
  const engine::Model model = read("hubbard_machine_lease");
  const engine::Results results = engine::simulate(
      engine::compile(model),
      {.trials = model.simulation.trials, .seed = model.simulation.seed, .sampling = engine::Sampling::random});
  double sum = 0.0;
  double squares = 0.0;
  double losses = 0.0;
  for (const double npv : results.column(programme(0), Measure::npv)) {
    sum += npv;
    squares += npv * npv;
    losses += npv < 0.0 ? 1.0 : 0.0;
  }
  const auto trials = static_cast<double>(model.simulation.trials);
  const double mean = sum / trials;
  const double standard_error = std::sqrt((squares / trials - mean * mean) / trials);
  CHECK(std::abs(mean - 200000.0) < 5.0 * standard_error);
  CHECK(standard_error < 1000.0);
  const double p = 0.1406185088057676;  // two-dimensional quadrature
  CHECK(std::abs(losses / trials - p) < 5.0 * std::sqrt(p * (1.0 - p) / trials));
}

}  // namespace wayworth::tests
