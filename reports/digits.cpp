#include "reports/digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/stats/confidence.hpp"

namespace wayworth::reports {

namespace {

constexpr int significant_digits_of_compact_money = 3;
constexpr std::uint64_t trials_for_tenths_of_a_point = 100'000;

/// The upper end of the 95 % interval for an event that was seen in none of `trials`.
double upper_limit_of_never_seen(std::uint64_t trials) {
  return engine::wilson_interval(0, trials).high;
}

double rounded_to(double value, int decimals) {
  const double unit = std::pow(10.0, std::abs(decimals));
  return decimals >= 0 ? std::round(value * unit) / unit : std::round(value / unit) * unit;
}

/// Decimals that leave `digits` significant digits of the value.
int decimals_for(double value, int digits) {
  if (value == 0.0) return 0;
  return digits - 1 - static_cast<int>(std::floor(std::log10(std::fabs(value))));
}

double rounded_to_significant(double value, int digits) {
  return rounded_to(value, decimals_for(value, digits));
}

/// Up to what a double may be off by after a few operations.
bool is_rounded_to(double value, int decimals) {
  constexpr double relative = 1e-12;
  return std::fabs(rounded_to(value, decimals) - value) <= relative * std::fabs(value);
}

/// "35" of "35.00", where the value is just that.
std::string without_idle_zeros(std::string text, double value, int decimals) {
  if (!is_rounded_to(value, decimals) || text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// A small probability with two digits, rounded up so that "less than" stays true.
std::string small_percent(double probability) {
  const double points = 100.0 * probability;
  const int decimals = std::max(0, decimals_for(points, 1));
  const double unit = std::pow(10.0, decimals);
  return grouped(std::ceil(points * unit) / unit, decimals);
}

}  // namespace

int decimals_supported(double standard_error, int most) {
  if (!(standard_error > 0.0) || !std::isfinite(standard_error)) return most;
  return std::min(most, -static_cast<int>(std::floor(std::log10(standard_error))));
}

std::string grouped(double value, int decimals) {
  if (!std::isfinite(value)) return value > 0 ? "never" : "undefined";
  std::string digits = fmt::format("{:.{}f}", std::fabs(rounded_to(value, decimals)), std::max(0, decimals));
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t at = point; at > 3; at -= 3) digits.insert(at - 3, ",");
  return (value < 0 && !is_zero ? "-" : "") + digits;
}

std::string plain_figure(double value) {
  const double magnitude = std::fabs(value);
  const int decimals = magnitude >= 1.0 || magnitude == 0.0 ? 2 : std::min(12, decimals_for(value, 4));
  return without_idle_zeros(grouped(value, decimals), value, decimals);
}

std::string short_figure(double value) {
  if (!std::isfinite(value)) return grouped(value, 0);
  constexpr int digits_of_typed_figures = 6;
  const int typed = std::min(12, decimals_for(value, digits_of_typed_figures));
  const bool is_typed = is_rounded_to(value, typed);
  const int decimals = is_typed ? typed : std::min(12, decimals_for(value, std::fabs(value) >= 1000.0 ? 4 : 3));
  return without_idle_zeros(grouped(value, decimals), value, decimals);
}

double factor_of(MoneyScale scale) {
  constexpr std::array<double, 4> factors = {1.0, 1e3, 1e6, 1e9};
  return factors[static_cast<std::size_t>(scale)];
}

std::string suffix_of(MoneyScale scale) {
  constexpr std::array<const char*, 4> suffixes = {"", "k", "M", "bn"};
  return suffixes[static_cast<std::size_t>(scale)];
}

std::string words_for(MoneyScale scale) {
  constexpr std::array<const char*, 4> words = {"", "thousand", "million", "billion"};
  return words[static_cast<std::size_t>(scale)];
}

MoneyScale scale_for(double magnitude) {
  if (magnitude >= 1e9) return MoneyScale::billion;
  if (magnitude >= 1e6) return MoneyScale::million;
  return magnitude >= 1e4 ? MoneyScale::thousand : MoneyScale::one;
}

MoneyScale common_scale_for(double largest) {
  return scale_for(largest / 10.0);
}

namespace {

struct CompactForm {
  MoneyScale scale;
  int decimals;
};

CompactForm compact_form(double amount, double standard_error) {
  const double shown = rounded_to_significant(amount, significant_digits_of_compact_money);
  const MoneyScale scale = scale_for(std::fabs(shown));
  if (scale == MoneyScale::one) return {scale, decimals_supported(standard_error, 0)};
  const double factor = factor_of(scale);
  const int most = std::max(0, decimals_for(shown / factor, significant_digits_of_compact_money));
  return {scale, decimals_supported(standard_error / factor, most)};
}

}  // namespace

std::string compact_money(double amount, double standard_error) {
  const auto [scale, decimals] = compact_form(amount, standard_error);
  return grouped(amount / factor_of(scale), decimals) + suffix_of(scale);
}

std::string compact_money_with_error(double amount, double standard_error) {
  const auto [scale, decimals] = compact_form(amount, standard_error);
  const std::string error = grouped(standard_error / factor_of(scale), decimals);
  const bool is_below_last_digit = error.find_first_not_of("0.,") == std::string::npos;
  return compact_money(amount, standard_error) + (is_below_last_digit ? "" : " \u00B1" + error + suffix_of(scale));
}

std::string percent(double probability, std::uint64_t trials) {
  if (probability <= 0.0) return "< " + small_percent(upper_limit_of_never_seen(trials)) + " %";
  if (probability >= 1.0) {
    const double points = 100.0 * upper_limit_of_never_seen(trials);
    const int decimals = std::max(0, decimals_for(points, 1));
    const double unit = std::pow(10.0, decimals);
    return "> " + grouped(100.0 - std::ceil(points * unit) / unit, decimals) + " %";
  }
  const int decimals = trials >= trials_for_tenths_of_a_point ? 1 : 0;
  const double unit = std::pow(10.0, -decimals);
  const double points = rounded_to(100.0 * probability, decimals);
  if (points < unit / 2) return "< " + grouped(unit, decimals) + " %";
  if (points > 100.0 - unit / 2) return "> " + grouped(100.0 - unit, decimals) + " %";
  return grouped(points, decimals) + " %";
}

std::string of_100_futures(double probability, std::uint64_t trials) {
  const std::string all = grouped(static_cast<double>(trials), 0);
  if (probability <= 0.0) return "none of " + all + " futures";
  if (probability >= 1.0) return "all " + all + " futures";
  const double points = std::round(100.0 * probability);
  if (points < 1.0) return "fewer than 1 of 100 futures";
  if (points > 99.0) return "more than 99 of 100 futures";
  return grouped(points, 0) + " of 100 futures";
}

}  // namespace wayworth::reports
