#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/claims.hpp"
#include "reports/sections/limit_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

/// "“A” beats it in 80 of 100 futures, is worth USD 1.2M more on average and costs USD 3.0M less."
std::string how_it_is_beaten(const Model& model, const Findings& findings, std::size_t option, std::size_t best) {
  const auto pair = std::find_if(findings.comparisons.begin(), findings.comparisons.end(), [&](const auto& one) {
    return one.first == std::min(option, best) && one.second == std::max(option, best);
  });
  if (pair == findings.comparisons.end()) return "";
  const bool best_is_first = pair->first == best;
  const double probability = pair->probability_first_is_better.value;
  const Estimate& gain = pair->mean_gain_of_first;
  const std::string costs = cost_difference(model, findings.options[best], findings.options[option]);
  const std::string worth =
      fmt::format("is worth {} {} more", model.currency, compact_money(std::fabs(gain.value), gain.standard_error));
  const std::string name = in_quotes(model.options[best].name);
  if (findings.manifest.point) return fmt::format(" {} {}{}.", name, worth, costs);
  return fmt::format(" {} beats it in {}, {} on average{}.", name,
                     of_100_futures(best_is_first ? probability : 1.0 - probability, findings.manifest.trials), worth,
                     costs);
}

struct Argument {
  const char* text;
  Measure measure;
  double p;  ///< the quantile that is compared
  bool more_is_better;
};

constexpr std::array arguments = {
    Argument{"a better bad case (P10)", Measure::npv, 0.1, true},
    Argument{"a better good case (P90)", Measure::npv, 0.9, true},
    Argument{"an earlier payback", Measure::payback, 0.5, false},
    Argument{"lower costs", Measure::pv_costs, 0.5, false},
    Argument{"less peak funding", Measure::peak_funding, 0.5, false},
    Argument{"more staff freed", Measure::freed_fte, 0.5, true},
};

/// The best that can be said for an option that is not the best: where it differs by more than chance explains.
std::string in_its_favour(const Findings& findings, std::size_t option, std::size_t best) {
  std::string text;
  for (const Argument& argument : arguments) {
    const auto own = quantile(findings.options[option][argument.measure], argument.p);
    const auto other = quantile(findings.options[best][argument.measure], argument.p);
    if (!own || !other || std::isinf(own->value)) continue;
    const double lead = argument.more_is_better ? own->value - other->value : other->value - own->value;
    if (!(lead > 2.0 * std::hypot(own->standard_error, other->standard_error))) continue;
    text += (text.empty() ? " In its favour: " : ", ") + std::string(argument.text);
  }
  return text.empty() ? " Nothing measured speaks for it." : text + ".";
}

}  // namespace

Blocks decision(const Model& model, const Findings& findings, const engine::BrokenLimits& limits) {
  const Cells cells(findings.manifest);
  const std::size_t best = best_on_average(findings);
  Blocks blocks;
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    const Figures& figures = findings.options[i];
    std::string text;
    if (findings.manifest.point) {
      text = fmt::format("It is worth {} {} (NPV).", model.currency, in_words(cells.mean(Measure::npv, figures)));
    } else {
      text = worth_sentence("It", model, figures, cells);
    }
    if (i != best) {
      text += how_it_is_beaten(model, findings, i, best) + in_its_favour(findings, i, best);
    } else if (findings.options.size() > 1) {
      text += fmt::format(" Of {} options it is worth most on average.", findings.options.size());
    }
    if (!limits.empty() && !limits[i].empty()) {
      text += fmt::format(" It {}.", i == best ? broken_in_words(model, limits[i]) : how_many_broken(limits[i]));
    }
    blocks.push_back(Definition{model.options[i].name, text});
  }
  return blocks;
}

}  // namespace wayworth::reports
