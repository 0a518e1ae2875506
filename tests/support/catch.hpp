#pragma once
// Catch2 version 2 (Debian 12) and version 3 (Debian 13, Ubuntu 24.04) name their headers differently.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace wayworth::tests {
using Catch::Approx;
using namespace Catch::Matchers;
#if !__has_include(<catch2/catch_all.hpp>)
inline auto ContainsSubstring(const std::string& text) {
  return Contains(text);
}
#endif
}  // namespace wayworth::tests
