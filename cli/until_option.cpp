#include "cli/until_option.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/solve_target.hpp"

namespace wayworth::cli {

namespace {

void read_word(const std::string& word, engine::StoppingRule& rule) {
  if (word == "precise") {
    rule.has_usual_precision = true;
    return;
  }
  if (word == "stable") {
    rule.decision_is_stable = true;
    return;
  }
  const std::size_t equals = word.find('=');
  const std::string name = word.substr(0, equals);
  std::optional<double>* wanted = nullptr;
  if (name == "mean") wanted = &rule.precision.mean;
  if (name == "p10") wanted = &rule.precision.p10;
  if (name == "p90") wanted = &rule.precision.p90;
  if (name == "loss") wanted = &rule.precision.probability_of_loss;
  if (wanted == nullptr || equals == std::string::npos) {
    throw UsageError(
        fmt::format("--until: '{}' must be precise, stable, or how closely to know the NPV, such as "
                    "mean=50k, p10=100k, p90=100k, loss=1%",
                    word));
  }
  const double value = constant_in("--until", word.substr(equals + 1)).value;
  if (!(value > 0.0)) throw UsageError(fmt::format("--until: {} must be above 0", word));
  if (name == "loss" && value >= 1.0) throw UsageError(fmt::format("--until: {} must be below 100%", word));
  *wanted = value;
}

}  // namespace

engine::StoppingRule stopping_rule(const std::string& text) {
  engine::StoppingRule rule;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    read_word(text.substr(start, end - start), rule);
    start = end + 1;
  }
  return rule;
}

}  // namespace wayworth::cli
