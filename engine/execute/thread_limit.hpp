#pragma once

#include <cstddef>
#include <memory>

namespace wayworth::engine {

/// While it lives, the engine uses at most so many threads, in whatever it does.
class ThreadLimit {
public:
  /// \param threads  0: as many as the machine has
  explicit ThreadLimit(std::size_t threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

private:
  struct Control;
  std::unique_ptr<Control> control_;
};

}  // namespace wayworth::engine
