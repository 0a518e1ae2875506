#pragma once

#include <utility>
#include <vector>

#include "reports/comparison_report.hpp"
#include "reports/saved_document.hpp"

namespace wayworth::reports {

/// A comparison as comparison.json holds it: the way back from comparison_json(), with every figure to the bit. Its
/// functions throw engine::InputError when something is not there.
class SavedComparison {
public:
  /// \param document  of a comparison
  explicit SavedComparison(SavedDocument document) : document_(std::move(document)) {}

  /// One for all sides, or one for each.
  [[nodiscard]] std::vector<ComparedScenario> scenarios() const;

  /// All but the NPV of single trials, which no report shows.
  /// \param models  of the scenarios
  [[nodiscard]] ComparisonStory story(const std::vector<engine::Model>& models) const;

private:
  SavedDocument document_;
};

}  // namespace wayworth::reports
