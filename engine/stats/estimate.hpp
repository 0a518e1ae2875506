#pragma once

namespace wayworth::engine {

/// A simulated number is never alone.
struct Estimate {
  double value = 0.0;           ///< in the output's unit
  double standard_error = 0.0;  ///< of `value`, same unit; 0 when it is exact, infinity when too few trials tell

  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// The values that the data do not rule out.
struct Interval {
  double low = 0.0;
  double high = 0.0;

  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace wayworth::engine
