#include "engine/analysis/sensitivity/decision_flips.hpp"

#include <algorithm>

#include "engine/analysis/sensitivity/decisions.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

namespace {

/// The choice with the greatest mean but for `best`.
std::size_t next_best(const PerfectInformation& perfect) {
  std::size_t next = perfect.best == 0 ? 1 : 0;
  for (std::size_t i = 0; i < perfect.means.size(); ++i) {
    if (i != perfect.best && perfect.means[i].value > perfect.means[next].value) next = i;
  }
  return next;
}

/// Whose NPV a choice is; none for doing nothing, which is the last one.
std::optional<Subject> subject_of(const DecisionValue& decision, std::size_t choice) {
  if (choice + 1 == decision.perfect.means.size()) return std::nullopt;
  if (decision.initiative) return Subject{.scope = Scope::last, .initiative = *decision.initiative};
  return Subject{.option = choice};
}

}  // namespace

std::vector<DecisionFlip> decision_flips(const Model& model, const Results& results,
                                         const std::vector<DrawnInput>& inputs,
                                         const std::vector<DecisionValue>& decisions, const RunSettings& run) {
  std::vector<DecisionFlip> flips(decisions.size());
  in_parallel(decisions.size(), run.threads, [&](std::size_t i) {
    const PerfectInformation& perfect = decisions[i].perfect;
    flips[i].best = perfect.best;
    flips[i].next = next_best(perfect);
    std::vector<double> advantage(results.manifest.trials, 0.0);
    std::vector<Subject> subjects;
    for (const auto& [choice, sign] : {std::pair{flips[i].best, 1.0}, std::pair{flips[i].next, -1.0}}) {
      const std::optional<Subject> subject = subject_of(decisions[i], choice);
      if (!subject) continue;
      subjects.push_back(*subject);
      const std::span<const double> npv = results.column(*subject, Measure::npv);
      for (std::size_t trial = 0; trial < npv.size(); ++trial) advantage[trial] += sign * npv[trial];
    }
    Experiment experiment(model, subjects, run);
    flips[i].flip = find_flip(model, advantage, chosen_inputs(inputs, experiment.inputs()), experiment);
  });
  return flips;
}

}  // namespace wayworth::engine
