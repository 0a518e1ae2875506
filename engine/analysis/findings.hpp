#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/achieved_correlations.hpp"
#include "engine/analysis/outcome_distribution.hpp"
#include "engine/analysis/returns.hpp"
#include "engine/analysis/typical_trials.hpp"
#include "engine/analysis/warning.hpp"
#include "engine/analysis/worlds.hpp"
#include "engine/model/model.hpp"
#include "engine/results/results.hpp"
#include "engine/stats/estimate.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::engine {

/// Every measure of one subject.
struct Figures {
  std::array<Summary, measure_count> by_measure;
  /// E[NPV] / E[PV of costs]; the mean of the ratios of single trials would be biased. Empty without cost.
  std::optional<Estimate> roi_of_means;
  std::optional<Estimate> benefit_cost_ratio_of_means;

  const Summary& operator[](Measure measure) const { return by_measure[static_cast<std::size_t>(measure)]; }
};

struct InitiativeFindings {
  InitiativeId initiative{};
  std::size_t planned_start = 1;       ///< step, from the first option
  std::optional<std::size_t> phase{};  ///< index into Model::phases, by the planned start
  Figures alone;
  Summary npv_as_last;                   ///< what it adds to the NPV of all others
  ReturnOfFlow returns;                  ///< of its mean cash flow alone
  OutcomeDistribution npv_distribution;  ///< alone
};

/// One row of a ranking of the initiatives by their stand-alone value.
struct RankedInitiative {
  InitiativeId initiative{};
  Estimate value;                    ///< the mean that the ranking is by
  std::array<Estimate, 3> placed{};  ///< shares of trials in which it is first, second, third; ties: lower id first
};

/// A budget of a phase against the one-off costs of the initiatives that are planned to start in it.
struct PhaseFindings {
  std::size_t phase = 0;  ///< index into Model::phases
  std::vector<InitiativeId> members;
  Summary one_off_costs;
  std::optional<double> budget{};
  std::optional<Estimate> probability_within_budget{};
};

/// Two options on the same trials.
struct OptionComparison {
  std::size_t first = 0;
  std::size_t second = 0;
  Estimate probability_first_is_better;  ///< by NPV; of equal trials half counts
  Estimate mean_gain_of_first;           ///< paired difference of NPV
};

/// A sum of cash over one period.
struct FlowPoint {
  Estimate mean;
  double p5 = 0.0;
  double p10 = 0.0;
  double p25 = 0.0;
  double p50 = 0.0;
  double p75 = 0.0;
  double p90 = 0.0;
  double p95 = 0.0;
};

/// Undiscounted net cash of the first option: what flows in each period, and what has flowed up to its end. Entry 0 is
/// what is paid at the very start.
struct CashFlow {
  std::vector<FlowPoint> net;
  std::vector<FlowPoint> cumulative;
};

/// From the sum of the stand-alone values to the programme: their difference is what the initiatives take from each
/// other (negative) or give to each other (positive).
struct Bridge {
  Estimate sum_alone;
  Estimate overlap;
  Estimate programme;
};

/// The customers of a segment at the end of the horizon, today and with the first option's programme.
struct SegmentFindings {
  std::size_t segment = 0;  ///< index into Model::segments
  /// By SegmentFigure; a segment without margin has customers only.
  std::array<std::optional<Summary>, segment_figure_count> by_figure;

  const std::optional<Summary>& operator[](SegmentFigure figure) const {
    return by_figure[static_cast<std::size_t>(figure)];
  }
};

/// What an initiative contributes to the mean NPV of the programme. Either column adds up to the programme.
struct Contribution {
  InitiativeId initiative{};
  Estimate in_order;                ///< what it adds to those before it in the roadmap
  std::optional<Estimate> share{};  ///< its Shapley value; none when too many initiatives change one stream
};

/// What a run says, as numbers with their errors; no text.
struct Findings {
  Manifest manifest;
  std::vector<InitiativeFindings> initiatives;  ///< members of the first option, in the order of the file
  std::vector<RankedInitiative> by_npv;         ///< best first
  /// In the order of `by_npv`: shares of trials in which the initiative takes each place, from the first to the last.
  std::vector<std::vector<double>> place_shares;
  std::vector<RankedInitiative> by_npv_per_one_off;  ///< best first; only initiatives with a one-off cost
  Bridge bridge;
  std::vector<Contribution> contributions;  ///< in the order of the roadmap
  std::vector<PhaseFindings> phases;
  std::vector<Figures> options;                        ///< the programme of each option, in the order of Model::options
  std::vector<OutcomeDistribution> npv_distributions;  ///< of the programme of each option, in the same order
  std::vector<OutcomeDistribution> cash_npv_distributions;
  std::vector<ProgrammeReturns> returns;      ///< of the programme of each option, in the same order
  std::vector<OptionComparison> comparisons;  ///< every pair of options, first < second
  CashFlow by_step;
  CashFlow by_year;
  std::size_t flow_percentile_trials = 0;  ///< the percentiles of the cash flows rest on the first so many trials
  std::vector<FlowSeries> flow_lines;      ///< mean cash flow statement of the first option's programme, by step
  std::vector<SegmentFindings> segments;
  std::vector<ClampCount> clamps;
  AchievedCorrelations correlations;
  std::vector<TypicalTrial> typical_trials;  ///< to look at one by one; none without chance
  std::vector<Warning> warnings;           ///< what a reviewer would ask about; filled in by the linter, not by find()
  std::vector<WorldFindings> worlds;       ///< by world; empty when there is but one
  double share_of_checked_formulas = 1.0;  ///< of the streams' formulas, those whose units are known throughout
};

/// Analyses the results of `model`; the model must be the one that the results were simulated from.
Findings find(const Model& model, const Results& results);

}  // namespace wayworth::engine
