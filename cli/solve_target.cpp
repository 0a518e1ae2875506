#include "cli/solve_target.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "reports/subjects.hpp"
#include "scenarios/formulas/parse_formula.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::cli {

namespace {

constexpr const char* loss = "probability_of_loss";

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('.', start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

std::optional<engine::Measure> measure_named(const std::string& key) {
  for (const engine::Measure measure : engine::all_measures()) {
    if (engine::traits_of(measure).key == key) return measure;
  }
  return std::nullopt;
}

std::string suggested_measure(const std::string& key) {
  std::vector<std::string> known = {loss};
  for (const engine::Measure measure : engine::all_measures()) known.emplace_back(engine::traits_of(measure).key);
  return scenarios::suggestion(key, known);
}

engine::Subject initiative_named(const std::string& key, const engine::Model& model) {
  std::vector<std::string> known;
  for (const engine::InitiativeId id : members_of(model.options.front())) {
    known.push_back(get(model, id).key);
    if (known.back() == key) return {.scope = engine::Scope::alone, .initiative = id};
  }
  throw UsageError(fmt::format("--target: '{}' is neither a measure nor an initiative of the first option{}", key,
                               scenarios::suggestion(key, known)));
}

void read_statistic(const std::string& text, SolveTarget& target) {
  if (text == "mean") return;
  for (const double p : engine::summary_probabilities) {
    if (text != fmt::format("p{:.0f}", 100 * p)) continue;
    target.statistic = Statistic::quantile;
    target.probability = p;
    return;
  }
  throw UsageError(fmt::format("--target: '{}' must be mean, p5, p10, p25, p50, p75, p90 or p95", text));
}

}  // namespace

std::optional<engine::Estimate> SolveTarget::figure_in(const engine::Summary& summary) const {
  switch (statistic) {
    case Statistic::mean:
      return summary.mean;
    case Statistic::quantile:
      return reports::quantile(summary, probability);
    case Statistic::probability_of_loss:
      return summary.probability_of_loss;
  }
  throw std::logic_error("a statistic without a figure");
}

SolveTarget solve_target(const std::string& text, const engine::Model& model) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    throw UsageError(fmt::format("--target: '{}' must be an output and a value, such as npv=0 or npv.p10=0", text));
  }
  std::vector<std::string> parts = split(text.substr(0, equals));
  SolveTarget target;
  target.value = constant_in("--target", text.substr(equals + 1)).value;
  if (parts.size() > 1 && parts.front() != loss && !measure_named(parts.front())) {
    target.output.subject = initiative_named(parts.front(), model);
    parts.erase(parts.begin());
  }
  if (parts.front() == loss) {
    target.statistic = Statistic::probability_of_loss;
  } else if (const auto measure = measure_named(parts.front())) {
    target.output.measure = *measure;
  } else {
    throw UsageError(fmt::format("--target: '{}' is not a measure{}", parts.front(), suggested_measure(parts.front())));
  }
  if (parts.size() > 2 || (parts.size() == 2 && target.statistic == Statistic::probability_of_loss)) {
    throw UsageError(fmt::format("--target: '.{}' is one word too many", parts.back()));
  }
  if (parts.size() == 2) read_statistic(parts.back(), target);
  return target;
}

scenarios::Constant constant_in(const std::string& option, const std::string& text) {
  scenarios::DocumentNode node;
  node.kind = scenarios::DocumentNode::Kind::scalar;
  node.text = text;
  scenarios::Problems problems;
  if (const auto syntax = scenarios::parse_formula(node, option, problems)) {
    if (const auto constant = scenarios::constant_value(*syntax, option, problems)) return *constant;
  }
  throw UsageError(fmt::format("{}: '{}' must be a number, such as 250k, 1.5M or 12%", option, text));
}

}  // namespace wayworth::cli
