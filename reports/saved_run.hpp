#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reports/results_json.hpp"

namespace wayworth::reports {

/// A run, a sensitivity analysis or a roadmap as results.json holds it: the way back from results_json(), with every
/// figure to the bit, so that all its reports can be made again without simulating.
class SavedRun {
public:
  /// \throws engine::InputError when the text is not what a run of this version of Wayworth wrote, to the last word
  explicit SavedRun(const std::string& text);
  ~SavedRun();
  SavedRun(const SavedRun&) = delete;
  SavedRun& operator=(const SavedRun&) = delete;

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
  std::unique_ptr<const nlohmann::ordered_json> json_;
};

}  // namespace wayworth::reports
