#include "engine/distributions/parameter_checks.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {
namespace {

void require(bool holds, std::string_view family, std::string_view parameter, double value, std::string_view rule) {
  if (!holds) throw InputError(fmt::format("{}: {} {} must be {}", family, parameter, value, rule));
}

}  // namespace

void check_finite(std::string_view family, std::string_view parameter, double value) {
  require(std::isfinite(value), family, parameter, value, "a finite number");
}

void check_positive(std::string_view family, std::string_view parameter, double value) {
  require(std::isfinite(value) && value > 0.0, family, parameter, value, "greater than 0");
}

void check_not_negative(std::string_view family, std::string_view parameter, double value) {
  require(std::isfinite(value) && value >= 0.0, family, parameter, value, "0 or more");
}

void check_probability(std::string_view family, std::string_view parameter, double value) {
  require(value >= 0.0 && value <= 1.0, family, parameter, value, "a probability in [0, 1]");
}

void check_count(std::string_view family, std::string_view parameter, double value) {
  require(value >= 0.0 && value <= largest_count && std::floor(value) == value, family, parameter, value,
          "a whole number from 0 to 1e9");
}

void check_range(std::string_view family, double low, double high) {
  check_finite(family, "low", low);
  check_finite(family, "high", high);
  if (low > high) throw InputError(fmt::format("{}: low {} must not be greater than high {}", family, low, high));
  if (!std::isfinite(high - low)) throw InputError(fmt::format("{}: [{}, {}] is too wide", family, low, high));
}

void check_inside(std::string_view family, std::string_view parameter, double value, double low, double high) {
  if (!(low <= value && value <= high)) {
    throw InputError(fmt::format("{}: {} {} must lie in [{}, {}]", family, parameter, value, low, high));
  }
}

}  // namespace wayworth::engine
