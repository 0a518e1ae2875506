#pragma once

#include <array>
#include <string_view>

#include "engine/analysis/compare/weighing.hpp"

namespace wayworth::reports {

/// What the criteria of a weighing are called in JSON, in their order.
inline constexpr std::array<std::string_view, 4> criterion_keys = {"mean_npv", "npv_p10", "peak_funding", "payback"};
static_assert(static_cast<std::size_t>(engine::Criterion::payback) + 1 == criterion_keys.size());

constexpr std::string_view key_of(engine::Criterion criterion) {
  return criterion_keys[static_cast<std::size_t>(criterion)];
}

}  // namespace wayworth::reports
