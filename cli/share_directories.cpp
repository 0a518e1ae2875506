#include "cli/share_directories.hpp"

namespace wayworth::cli {

std::vector<std::filesystem::path> share_directories(const Terminal& terminal) {
  const auto stated = terminal.environment.find("WAYWORTH_SHARE");
  if (stated != terminal.environment.end() && !stated->second.empty()) return {stated->second};
  if (terminal.program.empty()) return {};
  const std::filesystem::path directory = terminal.program.parent_path();
  return {directory.parent_path() / "share" / "wayworth", directory / "share" / "wayworth"};
}

}  // namespace wayworth::cli
