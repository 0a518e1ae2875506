#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/finance/discount.hpp"

namespace wayworth::engine {

// What a cash flow returns. flows[0] falls at the very start, flows[t] in step t = 1, 2, ... at the time that the grid
// says; money is positive when it comes in.

/// When the flows of the steps are taken to fall.
struct FlowGrid {
  DiscountTiming timing = DiscountTiming::end;
  int steps_per_year = 1;
};

/// Internal rates are looked for between these two, annual effective: -99 % and 1,000 %.
inline constexpr double lowest_internal_rate = -0.99;
inline constexpr double highest_internal_rate = 10.0;

/// Whether a cash flow has an internal rate of return, and if not, why.
enum class InternalRateStatus {
  ok,
  no_sign_change,  ///< nothing is ever spent, or nothing ever earned
  none,            ///< no rate between the lowest and the highest makes the present value 0
  multiple         ///< more than one does, so that none can be the answer
};
inline constexpr std::size_t internal_rate_status_count = 4;

struct InternalRate {
  InternalRateStatus status = InternalRateStatus::none;
  std::vector<double> rates;  ///< annual effective, ascending: one when ok, two or more when multiple, else none
};

/// Finds internal rates of many cash flows on one grid.
class InternalRateFinder {
public:
  static constexpr std::size_t scan_points = 400;
  using Scan = std::array<double, scan_points>;  ///< a figure for each rate that is looked at

  explicit InternalRateFinder(const FlowGrid& grid);

  /// ok when the signs of the flows change once, or when those of the sums up to each step do, from below 0 to above
  /// (one positive rate then; a second, negative one is no competitor). Otherwise whatever 400 rates, evenly spaced as
  /// continuous rates, show: two rates closer together than these may be missed.
  /// \param flows  finite
  /// Source: Norstrom, "A sufficient condition for a unique nonnegative internal rate of return", 1972; Descartes' rule
  /// of signs.
  [[nodiscard]] InternalRate operator()(std::span<const double> flows) const;

private:
  [[nodiscard]] InternalRate scan(std::span<const double> flows) const;

  double steps_per_year_;
  double first_step_;   // time of flows[1], in steps
  Scan log_factors_;    // ln of the discount factor of a step
  Scan factors_;        // of a step
  Scan first_factors_;  // of flows[1]
};

/// One cash flow's; for many, keep an InternalRateFinder.
InternalRate internal_rate_of_return(std::span<const double> flows, const FlowGrid& grid = {});

}  // namespace wayworth::engine
