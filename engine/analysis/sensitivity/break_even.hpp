#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/sensitivity/experiment.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What a figure of the net present value is to come to. A chance p of loss is a quantile of p that is 0.
struct BreakEvenTarget {
  Measure measure = Measure::npv;
  std::optional<double> probability{};  ///< of the quantile, within (0, 1); none: the mean
  double value = 0.0;                   ///< in the unit of the measure

  bool operator==(const BreakEvenTarget&) const = default;
};

/// A mean NPV of 0, a median of 0 and a chance of loss of 10 %; and a mean cash-releasing NPV of 0 where some saving
/// does not leave the budget.
std::vector<BreakEvenTarget> usual_targets(const Model& model);

/// What the targets are about, each measure of the subject once.
std::vector<OutputRequest> outputs_of(const Subject& subject, const std::vector<BreakEvenTarget>& targets);

/// Where one figure would have to stand for the targets to be met, all inputs but it being drawn as ever.
struct BreakEven {
  struct Place {
    double value = 0.0;              ///< of the figure
    double standard_error = 0.0;     ///< of `value`: that of the target's figure, over its slope there
    double probability_below = 0.0;  ///< that the figure turns out to be below that; of a certain one 0 or 1

    bool operator==(const Place&) const = default;
  };
  std::optional<InputId> input{};    ///< an uncertain figure
  std::optional<DriverId> driver{};  ///< or a driver that the scenario is certain of
  double now = 0.0;                  ///< the median of the input, or the driver's value
  double searched_from = 0.0;
  double searched_to = 0.0;
  std::vector<std::vector<Place>> places{};  ///< by target: every one that was found, ascending

  [[nodiscard]] bool has_any() const;
};

struct SearchRange {
  double from = 0.0;
  double to = 0.0;
};

/// Twice the width of what is possible (Q(0.001) to Q(0.999)), though not across 0 for an input that keeps its sign.
SearchRange search_range(const Distribution& distribution);

/// Searches that range on 33 points and between them. The same trials at every point make the figures smooth functions
/// of the input. Five points are enough where from one to the next of them a figure moves by less than it is away from
/// its target.
/// \param experiment  asked for outputs_of(subject, targets)
/// \param input       of the experiment; not one of two values
/// \param held        other inputs that stand still meanwhile
BreakEven break_even(Experiment& experiment, const PlanInput& input, const std::vector<BreakEvenTarget>& targets,
                     const std::vector<FixedInput>& held = {});

/// Several of them, in the order of `inputs`.
std::vector<BreakEven> break_evens(Experiment& experiment, const std::vector<InputId>& inputs,
                                   const std::vector<BreakEvenTarget>& targets, std::size_t threads);

}  // namespace wayworth::engine
