#pragma once

#include <string_view>

namespace wayworth::engine {

/// "90 % of all values are at most 150" is {0.9, 150}.
struct Percentile {
  double probability;
  double value;
};

/// \throws InputError unless both probabilities lie in (0, 1), the values are finite, and high is above low in both.
void check_percentiles(std::string_view family, Percentile low, Percentile high);

}  // namespace wayworth::engine
