#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/expression.hpp"

namespace wayworth::scenarios {

/// The function of arithmetic with this name or sign.
std::optional<engine::Function> function_named(std::string_view name);

/// A function of arithmetic or of a business (business_functions.hpp), not a distribution.
bool is_function(std::string_view name);

/// The names of those functions that are written as calls, for suggestions.
std::vector<std::string> function_names();

/// A word of the language: a function, a distribution, `t`, `year`, `to`, `all` or `initiatives`.
bool is_reserved(std::string_view word);

/// All of them, apart from signs.
std::vector<std::string> reserved_words();

}  // namespace wayworth::scenarios
