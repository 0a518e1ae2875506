#pragma once

#include <optional>

#include "engine/analysis/findings.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// Turns findings into cells of a table. In a deterministic run of one trial every figure is exact; otherwise a figure
/// that too few trials support is shown as "?".
class Cells {
public:
  explicit Cells(const engine::Manifest& manifest) : exact_(manifest.point.has_value()) {}

  [[nodiscard]] Cell estimate(Kind kind, const std::optional<engine::Estimate>& estimate) const;

  /// The mean; "never" or "undefined" where trials without a figure keep it from existing.
  [[nodiscard]] Cell mean(engine::Measure measure, const engine::Figures& figures) const;

  /// \param p  one of engine::summary_probabilities
  [[nodiscard]] Cell quantile(engine::Measure measure, const engine::Figures& figures, double p) const;

  /// ROI of the means, which is what a sum of money returns on average.
  [[nodiscard]] Cell roi(const engine::Figures& figures) const;

  [[nodiscard]] Cell probability_of_loss(const engine::Figures& figures,
                                         engine::Measure measure = engine::Measure::npv) const;

private:
  bool exact_;
};

Kind kind_of(engine::Measure measure);

}  // namespace wayworth::reports
