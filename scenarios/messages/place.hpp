#pragma once

#include <memory>
#include <string>

namespace wayworth::scenarios {

/// Where something stands: in the scenario file, or in the value of a `--set path=value`.
struct Place {
  int line = 0;                                 ///< from 1; 0 means the file as a whole
  int column = 0;                               ///< from 1, counted in characters (not bytes)
  std::shared_ptr<const std::string> set_path;  ///< the path of the `--set` that typed it; empty for the file

  [[nodiscard]] bool is_override() const { return set_path != nullptr; }
};

/// The order in which problems are reported: the file from top to bottom, then the overrides by path.
bool comes_before(const Place& a, const Place& b);

}  // namespace wayworth::scenarios
