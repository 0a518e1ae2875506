#include "engine/execute/long_columns.hpp"

#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t long_enough = 4096;  // trials that pay for the start of a thread

}  // namespace

void make_long(const std::vector<LongColumn>& columns, std::size_t threads) {
  const bool are_long = !columns.empty() && columns.front().trials >= long_enough;
  in_parallel(columns.size(), are_long ? threads : 1,
              [&](std::size_t i) { columns[i].values.resize(columns[i].trials); });
}

}  // namespace wayworth::engine
