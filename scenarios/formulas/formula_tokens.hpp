#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/formulas/syntax.hpp"

namespace wayworth::scenarios {

/// A number, a name (which may have dots), a text in quotes, a sign (an operator, parenthesis or comma), the end of the
/// formula, or something that is none of them.
struct Token {
  enum class Kind { number, name, text, sign, end, mistake };

  Kind kind = Kind::end;
  std::size_t offset = 0;
  std::string_view text;  ///< of a text: without its quotes
  Syntax::Number number;  ///< of a number
  std::string message;    ///< of a mistake: what to write instead
};

/// The tokens of a formula up to its end or its first mistake, which is the last token.
std::vector<Token> read_tokens(std::string_view formula);

}  // namespace wayworth::scenarios
