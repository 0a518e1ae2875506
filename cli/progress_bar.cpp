#include "cli/progress_bar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

#include "reports/digits.hpp"

namespace wayworth::cli {

namespace {

constexpr int bar_width = 24;  // with the pace, the line stays within 80 columns

std::string duration_text(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 100) return fmt::format("{} s", whole);
  return whole < 6000 ? fmt::format("{} min", (whole + 59) / 60) : fmt::format("{} h", (whole + 3599) / 3600);
}

}  // namespace

std::string pace_text(double share, std::uint64_t trials, double seconds) {
  if (share <= 0.0 || seconds <= 0.0) return "";
  const double left = seconds * (1.0 - share) / share;
  std::string text;
  if (trials > 0) {
    const double rate = share * static_cast<double>(trials) / seconds;
    const int decimals = rate < 1000.0 ? 0 : 1 - static_cast<int>(std::floor(std::log10(rate)));
    text = reports::grouped(rate, decimals) + " trials/s, ";
  }
  return text + duration_text(left) + " left";
}

ProgressBar::ProgressBar(std::ostream& out, std::string task, std::uint64_t trials, double patience)
    : out_(out), task_(std::move(task)), trials_(trials), patience_(patience), started_(Clock::now()) {}

void ProgressBar::show(double share) {
  const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  const int percent = static_cast<int>(100.0 * std::clamp(share, 0.0, 1.0));
  if (seconds < patience_ || percent == shown_percent_) return;
  shown_percent_ = percent;
  const int filled = percent * bar_width / 100;
  out_ << fmt::format("\r{} [{:=<{}}{:<{}}] {:3} %  {}\x1B[K", task_, "", filled, "", bar_width - filled, percent,
                      pace_text(share, trials_, seconds))
       << std::flush;
}

ProgressBar::~ProgressBar() {
  if (shown_percent_ >= 0) out_ << "\r\x1B[K" << std::flush;
}

}  // namespace wayworth::cli
