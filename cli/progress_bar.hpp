#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace wayworth::cli {

/// "12,000 trials/s, 41 s left"
std::string pace_text(double share, std::uint64_t trials, double seconds);

/// One line on a terminal that fills up and is erased at the end. Work that is soon done draws nothing.
class ProgressBar {
public:
  /// \param trials  that the whole work is; 0: not known, and no rate is shown
  /// \param patience  seconds before anything is drawn
  ProgressBar(std::ostream& out, std::string task, std::uint64_t trials = 0, double patience = 0.5);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// `share` of the work that is done, 0..1. Draws only when a whole percent has changed.
  void show(double share);

private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  std::string task_;
  std::uint64_t trials_;
  double patience_;
  Clock::time_point started_;
  int shown_percent_ = -1;
};

}  // namespace wayworth::cli
