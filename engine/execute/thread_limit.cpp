#include "engine/execute/thread_limit.hpp"

#include <tbb/global_control.h>

namespace wayworth::engine {

struct ThreadLimit::Control {
  tbb::global_control threads;
};

ThreadLimit::ThreadLimit(std::size_t threads) {
  if (threads == 0) return;
  control_.reset(new Control{{tbb::global_control::max_allowed_parallelism, threads}});
}

ThreadLimit::~ThreadLimit() = default;

}  // namespace wayworth::engine
