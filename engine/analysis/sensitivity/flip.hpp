#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/experiment.hpp"

namespace wayworth::engine {

/// The smallest plausible joint change of a few inputs with which a decision would be another one.
struct Flip {
  struct Change {
    InputId input{};
    double value = 0.0;       ///< to which it moves
    double percentile = 0.0;  ///< where that stands in its distribution
    bool operator==(const Change&) const = default;
  };

  /// Standard deviations, on the scale of normal scores, from the middle of the inputs to that place; none: there is no
  /// such place within farthest_flip, or nothing to move.
  std::optional<double> distance;
  double probability = 0.0;     ///< that the inputs turn out at least so far in that direction
  std::vector<Change> changes;  ///< the most important one first
};

/// Farther than this is 1 in 30,000, and not called plausible.
inline constexpr double farthest_flip = 4.0;

/// Looks for the place along the steepest way down: the regression of the advantage on the normal scores of all inputs
/// gives its direction, of which the three inputs with the greatest slopes are kept. On that way the means of new runs
/// are searched for the first change of sign, all other inputs being drawn as ever. On a straight way this is the
/// design point of the first-order reliability method. Events that chance decides do not move. Source: Hasofer and
/// Lind, "Exact and invariant second-moment code format", Journal of the Engineering Mechanics Division 100, 1974.
/// \param advantage  of the choice over the next one, by trial
/// \param inputs     of the same trials
/// \param experiment asked for the choice, and for the next one too unless that is nothing
Flip find_flip(const Model& model, std::span<const double> advantage, const std::vector<const DrawnInput*>& inputs,
               Experiment& experiment);

}  // namespace wayworth::engine
