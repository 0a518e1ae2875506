#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/distributions/distribution.hpp"
#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/formulas/data_files.hpp"

namespace wayworth::scenarios {

/// A function that draws; `to` and three-point lists too.
bool is_distribution(std::string_view function);

/// Those that are written as calls, for suggestions.
std::vector<std::string> distribution_names();

/// The word for a limit that is not there: truncate(lognormal(5, 2), none, 12).
inline constexpr std::string_view no_limit = "none";

struct Drawn {
  engine::Distribution distribution;
  Syntax::Suffix suffix = Syntax::Suffix::bare;  ///< of the values that it takes
};

/// What a call of a distribution, `low to high` or [low, likely, high] draws from; nothing, and a problem, when its
/// arguments are wrong. `path` is the figure's; `files` are what `empirical` reads.
std::optional<Drawn> make_distribution(const Syntax& syntax, const std::string& path, DataFiles& files,
                                       Problems& problems);

}  // namespace wayworth::scenarios
