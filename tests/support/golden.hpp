#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/catch.hpp"

namespace wayworth::tests {

inline std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Compares with a file. Run with WAYWORTH_APPROVE=1 to accept the new text, then review it in git diff.
inline void check_expected(const std::filesystem::path& file, const std::string& actual) {
  if (std::getenv("WAYWORTH_APPROVE") != nullptr) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
  }
  INFO("expected file " << file);
  CHECK(actual == content_of(file));
}

/// The same with tests/golden/NAME.
inline void check_golden(const std::string& name, const std::string& actual) {
  check_expected(std::filesystem::path(WAYWORTH_SOURCE_DIR) / "tests" / "golden" / name, actual);
}

}  // namespace wayworth::tests
