#pragma once

#include <algorithm>
#include <limits>

namespace wayworth::engine {

/// A payback that does not come within the horizon.
inline constexpr double never = std::numeric_limits<double>::infinity();

/// The sustained payback as it stands when the horizon ends now: before anything else, `initial` flowed at time 0.
inline double payback_at_start(double initial) {
  return initial < 0.0 ? never : 0.0;
}

/// ... and after the period [from, to], in which the cumulative net flow went from `before` to `now`.
inline double payback_after(double so_far, double before, double now, double from, double to) {
  const double crossing = from + (to - from) * (-before / (now - before));
  const double kept = before < 0.0 ? crossing : so_far;
  return now < 0.0 ? never : kept;
}

/// Follows a cumulative net flow from period to period; inside a period it moves in a straight line. Discounted flows
/// give the discounted payback.
class PaybackTracker {
public:
  /// \param initial  the net flow at time 0: negative when money is spent
  explicit PaybackTracker(double initial = 0.0)
      : cumulative_(initial), lowest_(std::min(initial, 0.0)), sustained_(payback_at_start(initial)) {}

  /// The next period's net flow. Periods follow each other: from is the last one's to; from < to.
  void add(double from, double to, double flow) {
    const double before = cumulative_;
    cumulative_ += flow;
    lowest_ = std::min(lowest_, cumulative_);
    sustained_ = payback_after(sustained_, before, cumulative_, from, to);
    if (before < 0.0 && first_crossing_ == never) first_crossing_ = sustained_;
  }

  [[nodiscard]] double cumulative() const { return cumulative_; }

  /// The time after which the cumulative stays at 0 or above; 0 if it is never below, `never` if it ends below.
  [[nodiscard]] double sustained_payback() const { return sustained_; }

  /// The first time it comes back to 0 (Excel's and TEI's payback); 0 if it is never below.
  [[nodiscard]] double first_payback() const { return lowest_ < 0.0 ? first_crossing_ : 0.0; }

  /// The two differ: it fell below 0 again after its first payback.
  [[nodiscard]] bool recrosses() const { return first_payback() != sustained_payback(); }

  /// The most money that is ever tied up, 0 or more.
  [[nodiscard]] double peak_funding() const { return 0.0 - lowest_; }

private:
  double cumulative_;
  double lowest_;  // 0 or below
  double sustained_;
  double first_crossing_ = never;
};

}  // namespace wayworth::engine
