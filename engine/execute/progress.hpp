#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>

namespace wayworth::engine {

/// Tells how far a run is, from one thread at a time, and takes back whether it should go on.
class Progress {
public:
  Progress(const std::function<bool(double)>& report, std::size_t batches) : report_(report), batches_(batches) {}

  bool is_stopped() const { return stopped_; }

  void batch_done() {
    const std::size_t done = ++done_;
    if (!report_) return;
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock && !report_(static_cast<double>(done) / static_cast<double>(batches_))) stopped_ = true;
  }

private:
  const std::function<bool(double)>& report_;
  std::size_t batches_;
  std::atomic<std::size_t> done_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;
};

}  // namespace wayworth::engine
