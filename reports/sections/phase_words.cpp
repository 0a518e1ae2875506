#include "reports/sections/phase_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/phases.hpp"
#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

std::vector<Start> starts_in(const engine::Model& model, const engine::Option& option,
                             std::optional<std::size_t> phase) {
  std::vector<Start> starts;
  for (const engine::InitiativeId id : engine::members_of(option)) {
    const std::size_t step = *option.starts[engine::index_of(id)];
    if (engine::phase_of(model.phases, step) == phase) starts.push_back({id, step});
  }
  std::stable_sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) { return a.step < b.step; });
  return starts;
}

std::string money_of_phase(const engine::Model& model, const engine::Findings& findings,
                           const engine::PhaseFindings& phase) {
  const auto& mean = phase.one_off_costs.mean;
  if (!mean) return "";
  const std::string cost = in_words(Cells(findings.manifest).estimate(Kind::money, mean));
  if (!phase.budget) return fmt::format("One-off costs {} {}", model.currency, cost);
  std::string text = fmt::format("One-off costs {} {} of {}", model.currency, cost, compact_money(*phase.budget, 0.0));
  if (phase.probability_within_budget && !findings.manifest.point) {
    text += fmt::format("; the budget is kept in {}",
                        of_100_futures(phase.probability_within_budget->value, findings.manifest.trials));
  }
  return text;
}

}  // namespace wayworth::reports
