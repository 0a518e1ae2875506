#pragma once

#include <optional>
#include <string>

#include "engine/plan/compile.hpp"
#include "engine/stats/summary.hpp"
#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::cli {

/// What a target is about, besides the measure.
enum class Statistic { mean, quantile, probability_of_loss };

/// "npv.p10=0": which figure is to have which value.
struct SolveTarget {
  engine::OutputRequest output;
  Statistic statistic = Statistic::mean;
  double probability = 0.5;  ///< of a quantile
  double value = 0.0;

  /// The figure that is to have the value; empty where there is none, such as the mean of a payback that may be never.
  [[nodiscard]] std::optional<engine::Estimate> figure_in(const engine::Summary& summary) const;
};

/// \param text  [INITIATIVE.]MEASURE[.mean|.p5|...|.p95]=VALUE, or probability_of_loss instead of a measure
/// \throws UsageError that says what can be written
SolveTarget solve_target(const std::string& text, const engine::Model& model);

/// A number as a scenario has it: "1.5M", "27%". \throws UsageError
scenarios::Constant constant_in(const std::string& option, const std::string& text);

}  // namespace wayworth::cli
