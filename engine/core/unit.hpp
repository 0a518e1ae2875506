#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wayworth::engine {

/// What a figure counts: a product of integer powers of names, such as USD/month/customer. Time names (second minute
/// hour day week month quarter year) convert into each other: a year is 12 months, 4 quarters or 365 days, a week 7
/// days. The currency is money; every other name is a kind of thing. Plural and singular, upper and lower case are the
/// same.
class Unit {
public:
  /// A pure number.
  Unit() = default;

  /// "call/day", "USD/customer/month", "1/month", "m^2", "1". `currency` is the scenario's, such as "USD".
  /// Throws InputError, which says what to write instead.
  static Unit parse(std::string_view text, std::string_view currency);

  /// The two measure the same: one converts into the other.
  [[nodiscard]] bool same_kind(const Unit& other) const;

  /// A figure in this unit times this factor is the figure in `other`: call/day to call/year is 365. Correctly rounded
  /// for the units of a business case. Throws std::logic_error unless same_kind(other).
  [[nodiscard]] double factor_to(const Unit& other) const;

  /// Nothing is left but a number, as in 1 or second/hour (whose factor_to(Unit()) is 1/3600).
  [[nodiscard]] bool is_pure_number() const { return same_kind(Unit()); }

  /// For messages: "call/day", "1/month", "m^2"; "a pure number" when no name is left.
  [[nodiscard]] std::string text() const;

  /// Each throws InputError when a power leaves -max_power .. max_power.
  [[nodiscard]] Unit power(int exponent) const;
  friend Unit operator*(const Unit& a, const Unit& b);
  friend Unit operator/(const Unit& a, const Unit& b);

  /// The unit whose `degree`-th power this is; nothing when a power is no multiple of `degree` (at least 1).
  [[nodiscard]] std::optional<Unit> root(int degree) const;

  /// The same without its time names, its things in alphabetical order: call/day gives call.
  [[nodiscard]] Unit of_things() const;

  static constexpr int max_power = 24;

private:
  struct Factor {
    std::string stem;   ///< what is compared: lower case, without the ending of the plural
    std::string shown;  ///< as typed, in the singular where it is a time name
    int power = 1;      ///< never 0
  };
  void multiply_by(const Factor& factor);
  [[nodiscard]] int time_power() const;

  std::vector<Factor> factors_;  ///< in the order of their first appearance
};

}  // namespace wayworth::engine
