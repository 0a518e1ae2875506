#pragma once

#include <string_view>

namespace wayworth::engine {

/// The checks that the make() functions of the families share. Each throws InputError with the family, the parameter,
/// its value and the rule: "triangular: mode 5 must lie in [10, 40]". A NaN breaks every rule.
void check_finite(std::string_view family, std::string_view parameter, double value);
void check_positive(std::string_view family, std::string_view parameter, double value);
void check_not_negative(std::string_view family, std::string_view parameter, double value);
void check_probability(std::string_view family, std::string_view parameter, double value);

/// The largest mean of a count, and number of tries, whose probabilities can be computed in reasonable time.
inline constexpr double largest_count = 1e9;

/// A whole number from 0 to largest_count.
void check_count(std::string_view family, std::string_view parameter, double value);

/// Finite ends, low <= high, and a distance between them that a double can hold.
void check_range(std::string_view family, double low, double high);
void check_inside(std::string_view family, std::string_view parameter, double value, double low, double high);

}  // namespace wayworth::engine
