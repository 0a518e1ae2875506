#pragma once

#include <utility>
#include <vector>

#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/analysis/sensitivity/convergence.hpp"
#include "engine/analysis/sensitivity/decision_flips.hpp"
#include "engine/analysis/sensitivity/decision_value.hpp"
#include "engine/analysis/sensitivity/grids.hpp"
#include "engine/analysis/sensitivity/group_share.hpp"
#include "engine/analysis/sensitivity/initiative_break_even.hpp"
#include "engine/analysis/sensitivity/input_sensitivity.hpp"
#include "engine/analysis/sensitivity/one_at_a_time.hpp"
#include "engine/analysis/sensitivity/tail_profile.hpp"
#include "engine/analysis/sensitivity/variance_shares.hpp"

namespace wayworth::engine {

struct SensitivitySettings {
  RunSettings run;
  bool with_variance_shares = false;          ///< one more run for each group of inputs
  std::uint64_t one_at_a_time_trials = 4096;  ///< at most; two runs an input
  /// Break-even values are searched for so many inputs, those with the greatest swings one at a time, and for every
  /// driver; for the spider chart of these inputs; and for a third as many inputs of each initiative. 0: for nothing.
  std::size_t break_evens = 12;
  std::uint64_t break_even_trials = 1024;  ///< at most; some forty runs an input, nine more for the spider chart
  std::vector<BreakEvenTarget> targets{};  ///< of break-evens; empty: usual_targets
  std::uint64_t group_trials = 4096;       ///< at most; one run of all decisions for each group of inputs
  double tail_share = 0.05;                ///< of the trials that count as the worst
  std::vector<std::pair<InputId, InputId>> tables{};  ///< rows and columns of two-way tables
  std::vector<Pilot> pilots{};
};

/// What the NPV of the first option's programme hangs on, and what it would be worth to know more.
struct Sensitivity {
  Manifest manifest;
  Estimate npv;
  double standard_deviation = 0.0;
  TrialSensitivity from_trials;
  std::vector<GroupShare> correlated_shares;  ///< of inputs that go together
  std::vector<OneAtATime> one_at_a_time;      ///< greatest swing first
  std::uint64_t one_at_a_time_trials = 0;
  std::vector<BreakEvenTarget> targets;  ///< of all break-evens
  /// Of the programme: inputs in the order of `one_at_a_time`, then the drivers that the scenario is certain of.
  std::vector<BreakEven> break_evens;
  std::uint64_t break_even_trials = 0;
  std::vector<SubjectHeadroom> headroom;                    ///< the programme, then each initiative on its own
  std::vector<InitiativeBreakEven> initiative_break_evens;  ///< on their own, on the trials of `break_evens`
  std::vector<SpiderLine> spider;   ///< of the inputs with the greatest swings, on the trials of `break_evens`
  std::vector<TwoWayTable> tables;  ///< those that were asked for, on the trials of `one_at_a_time`
  TailProfile tail;
  std::vector<DecisionValue> decisions;      ///< the choice among the options, then the initiatives
  std::vector<InputWorth> worth_to_roadmap;  ///< over the decisions about initiatives, the most valuable first
  std::vector<DecisionFlip> flips;           ///< in the order of `decisions`, on the trials of `break_evens`
  std::uint64_t group_trials = 0;            ///< of the groups in `decisions`
  std::vector<Pilot> pilots;                 ///< whose worth is in `decisions`
  Convergence convergence;                   ///< of the NPV
  std::vector<VarianceShare> by_subject;
  std::vector<VarianceShare> by_kind;
  std::vector<VarianceShare> by_input;
};

/// Fewer trials than this fill no bins.
inline constexpr std::uint64_t least_sensitivity_trials = 256;

/// \throws InputError when nothing that the NPV depends on is uncertain, there are fewer trials than
/// least_sensitivity_trials, or a setting is out of its range
/// \throws TrialFailure and RunStopped as simulate
Sensitivity analyse_sensitivity(const Model& model, const SensitivitySettings& settings);

}  // namespace wayworth::engine
