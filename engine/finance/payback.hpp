#pragma once

#include <algorithm>
#include <limits>

namespace wayworth::engine {

/// A payback that does not come within the horizon.
inline constexpr double never = std::numeric_limits<double>::infinity();

/// Follows a cumulative net flow from period to period; inside a period it moves in a straight line. Discounted flows
/// give the discounted payback.
class PaybackTracker {
public:
  /// \param initial  the net flow at time 0: negative when money is spent
  explicit PaybackTracker(double initial = 0.0) : cumulative_(initial), lowest_(std::min(initial, 0.0)) {}

  /// The next period's net flow. Periods follow each other: from is the last one's to; from < to.
  void add(double from, double to, double flow) {
    const double before = cumulative_;
    cumulative_ += flow;
    lowest_ = std::min(lowest_, cumulative_);
    const bool crosses = before < 0.0 && cumulative_ >= 0.0;
    const double time = from + (to - from) * (-before / flow);  // used only when flow > 0
    last_crossing_ = crosses ? time : last_crossing_;
    first_crossing_ = crosses && first_crossing_ == never ? time : first_crossing_;
  }

  [[nodiscard]] double cumulative() const { return cumulative_; }

  /// The time after which the cumulative stays at 0 or above; 0 if it is never below, `never` if it ends below.
  [[nodiscard]] double sustained_payback() const { return cumulative_ < 0.0 ? never : last_crossing_; }

  /// The first time it comes back to 0 (Excel's and TEI's payback); 0 if it is never below.
  [[nodiscard]] double first_payback() const { return lowest_ < 0.0 ? first_crossing_ : 0.0; }

  /// The two differ: it fell below 0 again after its first payback.
  [[nodiscard]] bool recrosses() const { return first_payback() != sustained_payback(); }

  /// The most money that is ever tied up, 0 or more.
  [[nodiscard]] double peak_funding() const { return 0.0 - lowest_; }

private:
  double cumulative_;
  double lowest_;  // 0 or below
  double last_crossing_ = 0.0;
  double first_crossing_ = never;
};

}  // namespace wayworth::engine
