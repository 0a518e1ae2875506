#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "engine/roadmap/broken_limits.hpp"
#include "engine/roadmap/frontier.hpp"
#include "engine/roadmap/limits_analysis.hpp"
#include "engine/roadmap/optimise.hpp"
#include "engine/roadmap/person_month_prices.hpp"
#include "engine/roadmap/roadmap_information.hpp"
#include "engine/roadmap/sampling_gap.hpp"
#include "engine/roadmap/stability.hpp"
#include "engine/stats/dominance_frequency.hpp"
#include "reports/report.hpp"
#include "reports/sections/limit_words.hpp"

namespace wayworth::reports {

/// The roadmap that would have been found without limits that were added to a scenario.
struct ReferenceRoadmap {
  std::string name;
  engine::Schedule starts;
};

/// All that is known of a roadmap that was found.
struct RoadmapStory {
  engine::OptimisedRoadmap found;
  std::vector<engine::PlanningFigures> figures;  ///< by initiative
  engine::Stability stability;
  engine::RoadmapInformation information;
  std::vector<engine::LeftOut> left_out;
  std::vector<engine::CostOfDelay> delays;
  std::size_t delay_steps = 1;                          ///< that the delays are of
  std::vector<engine::LimitPrice> prices;               ///< empty when they were not asked for
  std::vector<engine::KindPrice> kind_prices;           ///< the same
  std::vector<engine::PersonMonthPrice> person_months;  ///< the same
  std::vector<ReferenceRoadmap> references;             ///< those that differ are options of the model too
  std::optional<engine::SamplingGap> sampling_gap;
  std::vector<std::vector<engine::CapacityUse>> capacity;  ///< [role][period]
  std::vector<engine::BudgetPoint> budgets;                ///< empty when they were not asked for
  std::vector<engine::RiskPoint> risks;                    ///< the same
  /// Of the roadmap over each other option, the second of the model on.
  std::vector<engine::DominanceFrequency> dominance;
  std::size_t dominance_resamples = 0;
  /// In the order of findings.by_npv: shares of trials in which an initiative is worth more alone than another one.
  std::vector<std::vector<double>> wins;
  /// With a rule that the programme funds itself: how likely cumulative cash stays at or above the floor.
  std::optional<double> probability_of_funding;
  engine::BrokenLimits broken_limits;  ///< by option of the model
  std::uint64_t search_trials = 0;
  /// Of the model with the roadmap as its first option, on draws that the search has not seen.
  engine::Findings findings;
  engine::Estimate goal;  ///< what the roadmap reaches on those
};

/// \param model  with the roadmap as its first option
Report make_roadmap_report(const engine::Model& model, const RoadmapStory& story);

/// Why there is no roadmap, in sentences, one a line.
std::string no_roadmap_text(const engine::Model& model, const engine::NoRoadmap& none);

}  // namespace wayworth::reports
