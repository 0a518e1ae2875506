#pragma once

#include <optional>
#include <utility>

#include "reports/results_json.hpp"
#include "reports/saved_document.hpp"

namespace wayworth::reports {

/// A run, a sensitivity analysis or a roadmap as results.json holds it: the way back from results_json(), with every
/// figure to the bit, so that all its reports can be made again without simulating. Its functions throw
/// engine::InputError when something is not there.
class SavedRun {
public:
  /// \param document  not of a comparison
  explicit SavedRun(SavedDocument document) : document_(std::move(document)) {}

  [[nodiscard]] ScenarioText scenario() const;

  /// Of the scenario and its overrides, as the run had them.
  [[nodiscard]] std::uint64_t scenario_hash() const;

  /// Gives the model of the scenario the options that were compared, a roadmap that was found first among them, and
  /// what had to be part of that.
  void complete(engine::Model& model) const;

  /// \param model  of the scenario, completed
  [[nodiscard]] engine::Findings findings(const engine::Model& model) const;

  /// What else was found; what was not is empty.
  [[nodiscard]] std::optional<engine::RunSensitivity> of_run(const engine::Model& model) const;
  [[nodiscard]] std::optional<engine::Sensitivity> sensitivity(const engine::Model& model) const;
  [[nodiscard]] engine::BrokenLimits limits(const engine::Model& model) const;
  [[nodiscard]] std::optional<RoadmapStory> roadmap(const engine::Model& model) const;

private:
  SavedDocument document_;
};

}  // namespace wayworth::reports
