#include <array>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "engine/distributions/distribution.hpp"
#include "engine/lint/rule_groups.hpp"

namespace wayworth::engine {

namespace {

/// The chance of a value below 0 from which on it is worth asking.
constexpr double least_chance_below_zero = 0.001;

/// The input that a figure is, when it is nothing but one draw.
const Input* only_draw(const Model& model, const Expression& figure) {
  const auto* const draw = std::get_if<Expression::Draw>(&figure.node);
  return draw == nullptr ? nullptr : &model.inputs[index_of(draw->input)];
}

/// How narrow (P90 - P10) / P50 may be, by how well the figure is known; measured figures may be exact.
double least_width(Evidence evidence) {
  switch (evidence) {
    case Evidence::measured:
      return 0.0;
    case Evidence::client:
      return 0.05;
    case Evidence::benchmark:
    case Evidence::assumed:
    case Evidence::unstated:
      return 0.1;
  }
  return 0.1;
}

std::string_view in_words(Evidence evidence) {
  switch (evidence) {
    case Evidence::measured:
      return "a measured figure";
    case Evidence::client:
      return "a figure of the client";
    case Evidence::benchmark:
      return "a benchmark";
    case Evidence::assumed:
      return "an assumption";
    case Evidence::unstated:
      return "an estimate";
  }
  return "";
}

/// Coins and lists of cases have no ends that could be too close to each other.
bool is_range(const Distribution& distribution) {
  return !std::holds_alternative<Bernoulli>(distribution) && !std::holds_alternative<Discrete>(distribution);
}

void judge_width(const Model& model, const std::string& path, const Expression& figure, Evidence evidence,
                 std::vector<Warning>& found) {
  const Input* const input = only_draw(model, figure);
  if (input == nullptr || !is_range(input->distribution)) return;
  const double median = std::abs(quantile(input->distribution, 0.5));
  const double width = quantile(input->distribution, 0.9) - quantile(input->distribution, 0.1);
  if (median <= 0.0 || width >= least_width(evidence) * median) return;
  found.push_back({"", path,
                   fmt::format("spans {} of its median between P10 and P90: little for {}",
                               percent_text(width / median), in_words(evidence)),
                   ""});
}

void find_narrow_ranges(const LintCase& looked_at, std::vector<Warning>& found) {
  const Model& model = looked_at.model;
  for (const Driver& driver : model.drivers) {
    judge_width(model, "drivers." + driver.key, driver.value, driver.provenance.evidence, found);
  }
  for (const Initiative& initiative : model.initiatives) {
    const std::string path = "initiatives." + initiative.key;
    for (const Effect& effect : initiative.effects) {
      const Input* const input = only_draw(model, effect.amount);
      if (input != nullptr) judge_width(model, input->path, effect.amount, effect.provenance.evidence, found);
    }
    for (const Benefit& benefit : initiative.benefits) {
      judge_width(model, path + ".benefits." + benefit.name, benefit.amount, benefit.provenance.evidence, found);
    }
    for (const Cost& cost : initiative.costs) {
      judge_width(model, path + ".costs." + cost.name, cost.amount, cost.provenance.evidence, found);
    }
  }
}

void find_negative_drivers(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Driver& driver : looked_at.model.drivers) {
    const Input* const input = only_draw(looked_at.model, driver.value);
    if (input == nullptr || driver.minimum >= 0.0) continue;
    const double chance = cdf(input->distribution, 0.0);
    const bool is_about_zero = quantile(input->distribution, 0.5) <= 0.0 || minimum(input->distribution) >= 0.0;
    if (is_about_zero || chance <= least_chance_below_zero) continue;
    found.push_back(
        {"", "drivers." + driver.key, fmt::format("is below 0 with a chance of {}", percent_text(chance)), ""});
  }
}

void find_modes_at_ends(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Input& input : looked_at.model.inputs) {
    const bool has_ends =
        std::holds_alternative<Triangular>(input.distribution) || std::holds_alternative<Pert>(input.distribution);
    if (!has_ends || minimum(input.distribution) >= maximum(input.distribution)) continue;
    const double likely = mode(input.distribution);
    const bool at_low = likely <= minimum(input.distribution);
    if (!at_low && likely < maximum(input.distribution)) continue;
    found.push_back({"", input.path,
                     fmt::format("its most likely value is also its {} possible one", at_low ? "lowest" : "highest"),
                     ""});
  }
}

void find_heavy_tails(const LintCase& looked_at, std::vector<Warning>& found) {
  for (const Input& input : looked_at.model.inputs) {
    if (has_finite_variance(input.distribution)) continue;
    found.push_back(
        {"", input.path,
         fmt::format("its tail is so heavy that its variance is infinite ({}): standard errors mean nothing",
                     describe(input.distribution)),
         ""});
  }
}

constexpr std::array<LintRule, 4> rules = {{
    {"W-NARROW", "A range too narrow for what is known",
     "People are too sure: of ranges meant to hold 8 of 10 outcomes, experts' hold about half.",
     "widen it, or say `evidence: measured` and where", LintRule::Needs::model, find_narrow_ranges},
    {"W-NEG", "A quantity that can be negative",
     "Most quantities of a business cannot; the trials in which they are turn costs into gains.",
     "use lognormal(...), truncated_normal(...) or `min: 0`", LintRule::Needs::model, find_negative_drivers},
    {"W-MODE", "The most likely value at an end",
     "An outcome that cannot get any worse is rarely the most likely one; often the range has been cut off.",
     "check the ends of the range", LintRule::Needs::model, find_modes_at_ends},
    {"W-TAIL", "A tail without measure",
     "A few trials then decide the mean, and another seed gives another answer, however many trials there are.",
     "give it a bound on that side, or use lognormal(...)", LintRule::Needs::model, find_heavy_tails},
}};

}  // namespace

std::span<const LintRule> estimate_rules() {
  return rules;
}

}  // namespace wayworth::engine
