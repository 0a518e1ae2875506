#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace wayworth::scenarios {

/// Things that depend on each other, in an order in which each comes after those that it depends on.
struct DependencyOrder {
  std::vector<std::size_t> order;                ///< all of them; arbitrary within a cycle
  std::vector<std::vector<std::size_t>> cycles;  ///< each from its first member on, every member once
};

/// \param needs  for each thing, the things that it depends on
DependencyOrder dependency_order(std::span<const std::vector<std::size_t>> needs);

/// "a → b → a", for messages.
std::string cycle_text(std::span<const std::size_t> cycle, std::span<const std::string> keys);

}  // namespace wayworth::scenarios
