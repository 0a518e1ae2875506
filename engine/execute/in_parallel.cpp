#include "engine/execute/in_parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace wayworth::engine {

void in_parallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work) {
  const std::size_t wanted = threads == 0 ? static_cast<std::size_t>(tbb::info::default_concurrency()) : threads;
  if (wanted == 1 || count < 2) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, wanted);
  tbb::task_arena arena(static_cast<int>(wanted));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, count, work); });
}

}  // namespace wayworth::engine
