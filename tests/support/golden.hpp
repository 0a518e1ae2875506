#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/support/catch.hpp"

namespace wayworth::tests {

/// Compares with tests/golden/NAME. Run with WAYWORTH_APPROVE=1 to accept the new text, then review it in git diff.
inline void check_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path file = std::filesystem::path(WAYWORTH_SOURCE_DIR) / "tests" / "golden" / name;
  if (std::getenv("WAYWORTH_APPROVE") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  std::ostringstream expected;
  expected << std::ifstream(file, std::ios::binary).rdbuf();
  INFO("golden file " << file);
  CHECK(actual == expected.str());
}

}  // namespace wayworth::tests
