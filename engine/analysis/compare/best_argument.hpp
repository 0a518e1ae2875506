#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// Trials in which one input is lowest or highest, and how one side fares there. Errors are those of independent
/// trials.
struct Stronghold {
  std::string input;         ///< path
  bool is_high = false;      ///< where the input is at least `limit`; else at most
  double limit = 0.0;        ///< in the input's unit
  std::uint64_t trials = 0;  ///< that are there
  Estimate share_won;        ///< of them
  Estimate gain;             ///< mean gain over the other side there
};

/// When the side that is worth less on average is worth more all the same.
struct BestArgument {
  std::uint64_t trials = 0;  ///< that were looked at, the first ones of the run
  double share_won = 0.0;    ///< of them
  double mean_gain_when_won = 0.0;
  /// Single inputs whose lowest or highest tenth it wins so much oftener that chance does not explain it, the best
  /// first; at most most_strongholds.
  std::vector<Stronghold> strongholds;
};

inline constexpr std::size_t most_strongholds = 3;

/// What an input drew in the trials that are looked at.
struct NamedColumn {
  std::string path;
  std::vector<double> values;
};

/// \param gain    of the side over the other one, one value a trial, equal trials being no win
/// \param inputs  of the same trials
BestArgument best_argument(std::span<const double> gain, std::span<const NamedColumn> inputs);

}  // namespace wayworth::engine
