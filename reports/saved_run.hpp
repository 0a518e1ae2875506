#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reports/results_json.hpp"

namespace wayworth::reports {

/// A run as results.json holds it: the way back from results_json(), with every figure to the bit, so that all reports
/// of the run can be made again without simulating.
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

  /// The options that the run compared, a roadmap that it found first among them.
  /// \param model  of the scenario
  [[nodiscard]] std::vector<engine::Option> options(const engine::Model& model) const;

  /// \param model  of the scenario, with those options
  [[nodiscard]] engine::Findings findings(const engine::Model& model) const;
  [[nodiscard]] std::optional<engine::RunSensitivity> sensitivity(const engine::Model& model) const;

private:
  std::unique_ptr<const nlohmann::ordered_json> json_;
};

}  // namespace wayworth::reports
