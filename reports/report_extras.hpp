#pragma once

#include "engine/analysis/sensitivity/input_swings.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "reports/roadmap_report.hpp"

namespace wayworth::reports {

/// What may be known of a case besides the findings of its run; what is missing has no section.
struct ReportExtras {
  const engine::RunSensitivity* of_run = nullptr;           ///< of the same trials
  const engine::Sensitivity* sensitivity = nullptr;         ///< one input at a time, break-evens
  const RoadmapStory* roadmap = nullptr;                    ///< the model's first option is the roadmap that was found
  const engine::BrokenLimits* limits = nullptr;             ///< that the options break
  const std::vector<engine::InputSwing>* swings = nullptr;  ///< a part of `of_run`, where that is not known

  /// By option; empty where nothing is known of them.
  [[nodiscard]] engine::BrokenLimits broken_limits() const {
    return limits == nullptr ? engine::BrokenLimits{} : *limits;
  }
};

}  // namespace wayworth::reports
