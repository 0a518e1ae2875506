#pragma once

#include <optional>
#include <string>

#include "scenarios/formulas/figure.hpp"
#include "scenarios/messages/problems.hpp"

namespace wayworth::scenarios {

/// A number, and whether it was typed as it stands, with % or with pp.
struct Constant {
  double value = 0.0;
  Syntax::Suffix suffix = Syntax::Suffix::bare;
};

/// The value of a formula of numbers only. Nothing, and a problem, when it has a name or a draw, takes a wrong number
/// of arguments, or is not finite; `path` is the figure's, `otherwise` ends the message ("; write ... instead").
std::optional<Constant> constant_value(const Syntax& syntax, const std::string& path, Problems& problems,
                                       std::string_view otherwise = "");

/// The suffix of a result: % or pp when an argument has it.
Syntax::Suffix combined(Syntax::Suffix a, Syntax::Suffix b);

/// False, and a problem, unless the function takes this many arguments.
bool check_argument_count(const Syntax& syntax, const std::string& path, Problems& problems);

/// Reports that the numbers of `figure` need % or pp, number by number: "'4' needs a unit: write 4%".
void report_missing_suffix(const Figure& figure, std::string_view suffix, Problems& problems);

}  // namespace wayworth::scenarios
