#pragma once

#include <span>

#include "engine/stats/moments.hpp"

namespace wayworth::engine {

/// 0 without values.
inline double mean_of(std::span<const double> values) {
  Moments moments;
  moments.add(values);
  return moments.mean();
}

}  // namespace wayworth::engine
