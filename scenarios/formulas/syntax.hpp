#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

/// What Syntax calls the minus before a value; nothing that can be typed as a function.
inline constexpr std::string_view negation = "minus sign";

/// A formula as written: a tree of numbers, names, texts and calls, each with its place. Nothing is resolved or
/// checked; the tree is at most max_formula_depth deep (parse_formula.hpp), so recursion over it is safe.
struct Syntax {
  enum class Suffix { bare, percent, percentage_points };  ///< k, M and bn are bare numbers, already multiplied

  struct Number {
    double value = 0.0;  ///< finite, not negative; 4% and 4pp are 0.04
    Suffix suffix = Suffix::bare;
    std::string as_typed;  ///< "4%", "62k"
  };
  struct Name {
    std::string text;  ///< "margin", "cardholders.churn", "t", "year"
  };
  struct Text {
    std::string text;  ///< between quotes: a file or a column of it
  };
  struct Call {
    /// "+" "-" "*" "/" "^" "<" "<=" ">" ">=" "==" "!=" "to" with two arguments, `negation` with one, or the name of
    /// a function as typed, known or not.
    std::string function;
    std::vector<Syntax> arguments;
  };

  std::variant<Number, Name, Text, Call> node;
  Place place;  ///< of the number, the name, the function's name or the operator's sign
};

}  // namespace wayworth::scenarios
