#pragma once

#include <cstddef>
#include <functional>

namespace wayworth::engine {

/// Calls `work(0)` .. `work(count - 1)`, each once, in any order and several at a time. What they make must have places
/// of its own, so that the results are the same for any number of threads.
/// \param threads  0: as many as the machine has
void in_parallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

}  // namespace wayworth::engine
