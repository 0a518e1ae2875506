#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wayworth::engine {

struct Findings;

/// How closely the NPV of the first option's programme is to be known: half-widths of intervals.
struct Precision {
  std::optional<double> mean{};  ///< in money
  std::optional<double> p10{};
  std::optional<double> p90{};
  std::optional<double> probability_of_loss{};  ///< a share

  [[nodiscard]] bool asks_for_something() const { return mean || p10 || p90 || probability_of_loss; }
};

/// When a run has enough trials. At least one of the first three is set; all that are must hold.
struct StoppingRule {
  Precision precision{};  ///< stated widths
  bool has_usual_precision =
      false;                        ///< 1 % of the mean or of sd, whichever is more; 2 % of sd for P10 and P90; 1 point
  bool decision_is_stable = false;  ///< what is best, and in which order, no longer changes but by chance
  std::uint64_t most_trials = std::uint64_t{1} << 20U;
};

/// Why a run ended.
struct Stopping {
  bool is_met = false;  ///< else the trials ran out
  std::uint64_t trials = 0;
  std::vector<std::string> open;  ///< what was still asked for: "mean", "p10", "p90", "loss", "stable"
};

/// A run is doubled until its rule is met. Stopping as soon as chance allows it would make intervals too narrow, so
/// these are taken wider here (2.33 standard errors) than where they are reported.
inline constexpr double stopping_width = 2.33;

/// What the rule still asks for after a run.
/// \param before  the findings of half as many trials; none: the first run, which is never stable
std::vector<std::string> still_open(const StoppingRule& rule, const Findings& now, const Findings* before);

}  // namespace wayworth::engine
