#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/compare/best_argument.hpp"
#include "engine/analysis/compare/weighing.hpp"
#include "engine/analysis/findings.hpp"
#include "engine/execute/simulate.hpp"
#include "engine/stats/dominance_frequency.hpp"

namespace wayworth::engine {

/// One of the programmes that are compared.
struct ComparedSide {
  std::string name;
  Model model;  ///< whose first option it is
};

/// An initiative of one side.
struct InitiativeOfSide {
  std::size_t planned_start = 1;  ///< step
  Estimate npv_alone;
  std::size_t place = 1;  ///< by npv_alone among those of the side, from 1
};

struct SideFindings {
  Figures programme;
  OutcomeDistribution npv_distribution;
  std::vector<double> npv;  ///< of the programme, one value a trial
};

/// What becomes of an initiative from one side to the other.
struct InitiativeChange {
  std::string key;
  std::string name;
  std::optional<InitiativeOfSide> first;  ///< empty: not part of it
  std::optional<InitiativeOfSide> second;
  std::optional<Estimate> gain;  ///< of npv_alone from the first to the second, where it is part of both
  bool is_untouched = false;     ///< the same to the last digit in every trial
};

/// Two sides in the same trials.
struct PairFindings {
  std::size_t first = 0;
  std::size_t second = 0;
  Estimate probability_second_is_better;  ///< by NPV; of equal trials half counts
  Summary gain;                           ///< of the second over the first: NPV, trial by trial
  /// Paired mean differences, second less first; empty where a mean is.
  std::array<std::optional<Estimate>, measure_count> mean_differences;
  std::vector<InitiativeChange> initiatives;  ///< in the order of the first side, then what only the second has
  /// Of the side with the lesser mean NPV.
  BestArgument argument;
  /// Of the side with the greater mean NPV over the other.
  DominanceFrequency dominance;

  [[nodiscard]] bool second_is_better() const { return gain.mean->value > 0.0; }
  [[nodiscard]] const std::optional<Estimate>& difference(Measure measure) const {
    return mean_differences[static_cast<std::size_t>(measure)];
  }
};

/// Programmes on the same trials.
struct SideBySide {
  Manifest manifest;  ///< of the first side
  std::vector<SideFindings> sides;
  std::vector<PairFindings> pairs;  ///< all of them, first < second
  /// [side][place]: shares of trials in which the side takes the place by NPV; of equal ones the earlier side comes
  /// first.
  std::vector<std::vector<double>> place_shares;
  std::size_t dominance_resamples = 0;
  Weighing weighing;

  /// \throws std::out_of_range unless first < second are sides
  [[nodiscard]] const PairFindings& pair(std::size_t first, std::size_t second) const;
  /// The side of the greatest mean NPV.
  [[nodiscard]] std::size_t best() const;
};

/// Simulates all sides with the same settings. For the same luck their inputs must be numbered alike
/// (InputNumbering); inputs of one path may have different distributions.
/// \param sides     at least two
/// \param settings  `progress` is told the share of all sides that is done
/// \throws TrialFailure and RunStopped as simulate
SideBySide compare_sides(const std::vector<ComparedSide>& sides, const RunSettings& settings);

/// The same without chance: one trial with every input at this point. What chance decides has nothing to say then:
/// arguments and dominance stay as they were made.
/// \throws TrialFailure as simulate_point
SideBySide compare_sides(const std::vector<ComparedSide>& sides, Point point);

}  // namespace wayworth::engine
