// The reference case by the library, with the figures that the case reports and nothing else:
// refcase_wayworth SCENARIO.yaml TRIALS SEED SAMPLING THREADS prints them as JSON.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/execute/in_parallel.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "engine/stats/summary.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::bench {
namespace {

using engine::Measure;
using engine::OutputRequest;
using engine::Scope;
using engine::Subject;

constexpr std::size_t initiatives_with_figures = 20;  // not the one that reduces churn, which all have in common

Subject alone(std::size_t initiative) {
  return {.scope = Scope::alone, .option = 0, .initiative = static_cast<engine::InitiativeId>(initiative)};
}

std::vector<OutputRequest> requests() {
  std::vector<OutputRequest> asked = {{{}, Measure::npv}, {{}, Measure::roi}, {{}, Measure::payback}};
  for (std::size_t i = 0; i < initiatives_with_figures; ++i) asked.push_back({alone(i), Measure::npv});
  return asked;
}

engine::Sampling sampling_of(const std::string& name) {
  if (name == "sobol") return engine::Sampling::sobol;
  if (name == "latin_hypercube") return engine::Sampling::latin_hypercube;
  return engine::Sampling::random;
}

void print_figures(const std::string& name, const engine::Summary& summary) {
  fmt::print("\"{0}.mean\": {1}, \"{0}.sd\": {2}, ", name, summary.mean->value, *summary.standard_deviation);
  for (const int p : {5, 10, 50, 90, 95}) {
    const auto& known = engine::summary_probabilities;
    const auto place = std::find(known.begin(), known.end(), p / 100.0) - known.begin();
    fmt::print("\"{}.p{}\": {}, ", name, p, (*summary.quantiles)[static_cast<std::size_t>(place)].value);
  }
}

void print_payback(const std::vector<double>& months) {
  double sum = 0.0;
  double paid_back = 0.0;
  for (const double month : months) {
    if (!std::isfinite(month)) continue;
    sum += std::ceil(month);  // the case counts whole months
    paid_back += 1.0;
  }
  fmt::print("\"payback_mean\": {}, \"payback_share\": {}, ", sum / paid_back,
             paid_back / static_cast<double>(months.size()));
}

int run(const std::string& scenario, const engine::RunSettings& settings) {
  const auto read = scenarios::read_model(scenario);
  if (!read.model) {
    fmt::print(stderr, "{}", read.problems.to_text(scenario));
    return 1;
  }
  const engine::Results results = engine::simulate(engine::compile_only(*read.model, requests()), settings);
  std::vector<OutputRequest> reported = {{{}, Measure::npv}, {{}, Measure::roi}};
  for (std::size_t i = 0; i < initiatives_with_figures; ++i) reported.push_back({alone(i), Measure::npv});
  std::vector<engine::Summary> summaries(reported.size());
  engine::in_parallel(reported.size(), settings.threads,
                      [&](std::size_t i) { summaries[i] = results.summary(reported[i].subject, reported[i].measure); });
  fmt::print("{{");
  print_figures("npv", summaries[0]);
  print_figures("roi", summaries[1]);
  for (std::size_t i = 0; i < initiatives_with_figures; ++i) {
    print_figures(fmt::format("npv_i.{}", i), summaries[2 + i]);
  }
  const auto payback = results.column({}, Measure::payback);
  print_payback({payback.begin(), payback.end()});
  fmt::print("\"p_npv_negative\": {}}}\n", summaries[0].probability_of_loss->value);
  return 0;
}

}  // namespace
}  // namespace wayworth::bench

int main(int count, char** arguments) {
  if (count != 6) {
    fmt::print(stderr, "usage: refcase_wayworth SCENARIO.yaml TRIALS SEED SAMPLING THREADS\n");
    return 2;
  }
  wayworth::engine::RunSettings settings;
  settings.trials = std::strtoull(arguments[2], nullptr, 10);
  settings.seed = std::strtoull(arguments[3], nullptr, 10);
  settings.sampling = wayworth::bench::sampling_of(arguments[4]);
  settings.threads = std::strtoull(arguments[5], nullptr, 10);
  return wayworth::bench::run(arguments[1], settings);
}
