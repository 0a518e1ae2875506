#pragma once

#include <iosfwd>
#include <string>

namespace wayworth::cli {

/// One line on a terminal that fills up and is erased at the end. Draws only when a whole percent has changed.
class ProgressBar {
public:
  explicit ProgressBar(std::ostream& out, std::string task) : out_(out), task_(std::move(task)) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// `share` of the work that is done, 0..1.
  void show(double share);

private:
  std::ostream& out_;
  std::string task_;
  int shown_percent_ = -1;
};

}  // namespace wayworth::cli
