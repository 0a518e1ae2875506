#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/distributions/distribution.hpp"
#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {

/// A function that draws, whether supported yet or not; `to` and three-point lists too.
bool is_distribution(std::string_view function);

/// Those that are supported, for suggestions.
std::vector<std::string> distribution_names();

struct Drawn {
  engine::Distribution distribution;
  Syntax::Suffix suffix = Syntax::Suffix::bare;  ///< of the values that it takes
};

/// What a call of a distribution, `low to high` or [low, likely, high] draws from; nothing, and a problem, when its
/// arguments are wrong. `path` is the figure's.
std::optional<Drawn> make_distribution(const Syntax& syntax, const std::string& path, Problems& problems);

}  // namespace wayworth::scenarios
