#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/results/results.hpp"

namespace wayworth::cli {

/// Which business case: a file, or `-` for standard input, and what is changed in it.
struct ScenarioOptions {
  std::string file;
  std::vector<std::string> overrides;  ///< path=value
  std::string variant;                 ///< one of the scenario's; empty: none
  std::string library;                 ///< a directory of initiative templates; empty: the ones that came with Wayworth
};

/// How figures are printed.
struct DisplayOptions {
  bool no_color = false;
  std::optional<std::size_t> width;
};

}  // namespace wayworth::cli
