#pragma once

#include <cstddef>
#include <vector>

namespace wayworth::engine {

/// A column and how many trials it is to hold.
struct LongColumn {
  std::vector<double>& values;
  std::size_t trials;
};

/// Makes all of them so long, several at a time: memory costs most when it is touched for the first time.
/// \param threads  0: as many as the machine has
void make_long(const std::vector<LongColumn>& columns, std::size_t threads);

}  // namespace wayworth::engine
