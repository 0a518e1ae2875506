#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/sensitivity/decision_value.hpp"
#include "engine/analysis/sensitivity/input_sensitivity.hpp"
#include "engine/analysis/sensitivity/sensitivity.hpp"

namespace wayworth::engine {

/// Where an input lies in the two outer tenths of the trials, sorted by it: at most `low`, at least `high`. Of an input
/// with fewer than ten values, its lowest and its highest one; of the worlds the worst and the best.
struct OuterTenths {
  double low = 0.0;
  double high = 0.0;
  friend bool operator==(const OuterTenths&, const OuterTenths&) = default;
};

/// What the trials of a run say about its inputs, and where the programme breaks even.
struct RunSensitivity {
  TrialSensitivity from_trials;           ///< of the NPV of the first option's programme
  std::vector<OuterTenths> outer_tenths;  ///< in the order of from_trials.inputs
  /// The choice among the options and doing nothing. Of what could be measured only the inputs that a coarse look shows
  /// to be worth most are valued.
  DecisionValue choice;
  std::vector<BreakEvenTarget> targets;   ///< of what follows: usual_targets
  std::vector<SubjectHeadroom> headroom;  ///< the programme, then each initiative on its own
  /// Of the programme, on the first of the same draws: of the inputs that its NPV follows most, by a regression.
  std::vector<BreakEven> break_evens;
  std::uint64_t break_even_trials = 0;
};

/// Whether a run kept what its inputs drew, and its trials are enough and different enough to say something of them.
bool tells_of_inputs(const Results& results);

/// Inputs of which the worth is found out; the rest are worth less by a coarse look.
inline constexpr std::size_t valued_inputs = 8;

/// Inputs of which the break-even is searched for.
inline constexpr std::size_t solved_inputs = 6;

/// \param results  with the inputs' draws (Simulator::run_keeping_inputs) and the NPV of the programme of every option
/// \param threads  0: as many as the machine has
/// \return nothing when nothing is uncertain, when the programme does not depend on what is, and of fewer trials than
///         least_sensitivity_trials
std::optional<RunSensitivity> sensitivity_of_run(const Model& model, const Results& results, std::size_t threads = 0);

}  // namespace wayworth::engine
