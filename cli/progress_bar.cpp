#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace wayworth::cli {

namespace {

constexpr int bar_width = 30;

}  // namespace

void ProgressBar::show(double share) {
  const int percent = static_cast<int>(100.0 * std::clamp(share, 0.0, 1.0));
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  const int filled = percent * bar_width / 100;
  out_ << fmt::format("\r{} [{:=<{}}{:<{}}] {:3} %", task_, "", filled, "", bar_width - filled, percent) << std::flush;
}

ProgressBar::~ProgressBar() {
  if (shown_percent_ >= 0) out_ << "\r\x1B[K" << std::flush;
}

}  // namespace wayworth::cli
