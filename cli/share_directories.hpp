#pragma once

#include <filesystem>
#include <vector>

#include "cli/terminal.hpp"

namespace wayworth::cli {

/// Where the examples and the library that came with Wayworth may be, the first wins: WAYWORTH_SHARE alone when it is
/// set, else share/wayworth beside the directory of the program (installed), else inside that directory (just built).
std::vector<std::filesystem::path> share_directories(const Terminal& terminal);

}  // namespace wayworth::cli
