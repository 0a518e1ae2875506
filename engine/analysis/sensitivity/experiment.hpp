#pragma once

#include <span>
#include <vector>

#include "engine/execute/simulate.hpp"
#include "engine/plan/compile.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// One question asked of a model again and again, with some inputs changed and all else on the same luck. Several
/// threads may ask at the same time.
class Experiment {
public:
  Experiment(const Model& model, const std::vector<OutputRequest>& asked, const RunSettings& settings);
  /// \param asked  the NPV of these subjects
  Experiment(const Model& model, const std::vector<Subject>& asked, const RunSettings& settings);

  Experiment(const Experiment&) = delete;
  Experiment& operator=(const Experiment&) = delete;

  /// The inputs that anything asked for depends on.
  [[nodiscard]] const std::vector<PlanInput>& inputs() const { return plan_.inputs; }
  [[nodiscard]] const PlanInput& input(InputId id) const;
  /// Those of them that are correlated with each other, group by group.
  [[nodiscard]] std::vector<std::vector<InputId>> correlated() const;
  [[nodiscard]] std::uint64_t trials() const { return trials_; }
  [[nodiscard]] std::size_t replicates() const { return replicates_; }

  /// As the scenario has it, with the draws of the inputs.
  [[nodiscard]] Results run_unchanged();

  /// Every output, in the order they were asked for, one value a trial.
  [[nodiscard]] std::vector<std::vector<double>> run_all(const InputChanges& changes);

  /// The first output, one value a trial.
  [[nodiscard]] std::vector<double> run(const InputChanges& changes);

private:
  std::vector<OutputRequest> asked_;
  Plan plan_;
  std::uint64_t trials_;
  std::size_t replicates_;
  Simulator simulator_;  ///< of plan_
};

}  // namespace wayworth::engine
