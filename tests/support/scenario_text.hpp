#pragma once

#include <string>
#include <string_view>

#include "scenarios/read_model.hpp"

namespace wayworth::tests {

/// A header that every small scenario can start with: 9 lines, so that what follows begins in line 10.
inline constexpr std::string_view header = R"(wayworth: 1
name: Test
currency: USD
estimates: ends
time: {start: 2026-01, horizon: 36 months}
finance: {discount_rate: 10%}
initiatives:
  nothing: {costs: []}

)";

/// Reads `header` followed by `sections`, as file `case.yaml`.
inline scenarios::ReadResult read_with_header(std::string_view sections) {
  return scenarios::read_model_from_text(std::string(header) + std::string(sections), "case.yaml");
}

/// All that is wrong with a scenario, without what the linter asks; empty when nothing is.
inline std::string errors_of(const scenarios::ReadResult& read) {
  return read.model ? "" : read.problems.to_text(read.file);
}

/// All that is wrong with `header` followed by `sections`.
inline std::string problems_with_header(std::string_view sections) {
  return errors_of(read_with_header(sections));
}

}  // namespace wayworth::tests
