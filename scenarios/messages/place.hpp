#pragma once

#include <memory>
#include <string>

namespace wayworth::scenarios {

/// Where something stands: in the scenario file, in a file that it includes or extends, or in the value of a
/// `--set path=value`.
struct Place {
  int line = 0;                                 ///< from 1; 0 means the file as a whole
  int column = 0;                               ///< from 1, counted in characters (not bytes)
  std::shared_ptr<const std::string> set_path;  ///< the path of the `--set` that typed it; empty for a file
  std::shared_ptr<const std::string> file{};    ///< of an included or extended file; empty for the scenario itself

  [[nodiscard]] bool is_override() const { return set_path != nullptr; }
};

/// The order in which problems are reported: the scenario from top to bottom, then the other files by name, then the
/// overrides by path.
bool comes_before(const Place& a, const Place& b);

/// "line 12", or "line 12 of common.yaml" for a file that the scenario includes or extends.
std::string line_of(const Place& place);

}  // namespace wayworth::scenarios
