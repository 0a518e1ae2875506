#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "scenarios/formulas/syntax.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// Parentheses, calls and operators inside each other; a sum of n terms is n - 1 deep.
inline constexpr std::size_t max_formula_depth = 500;
inline constexpr std::size_t max_formula_bytes = 20'000;

/// The formula that the scalar (or empty value) `figure` holds. Precedence: `^` (to the right, above the sign), sign,
/// `* /`,
/// `+ -`, comparisons (not chained), `to` (not chained). At the first mistake: a problem at its exact place, and
/// nothing comes back. `path` names the figure in the problem. Anything but a scalar is a problem too.
std::optional<Syntax> parse_formula(const DocumentNode& figure, std::string_view path, Problems& problems);

/// Whether `text` can be the key of a driver, a stream or an initiative, and so stand in a formula: letters (of any
/// script), digits and `_`, not beginning with a digit. Reserved words are names too.
bool is_name(std::string_view text);

}  // namespace wayworth::scenarios
