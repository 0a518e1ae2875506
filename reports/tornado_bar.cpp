#include "reports/tornado_bar.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::reports {

TornadoBars::TornadoBars(double from, double to, double base, std::size_t width)
    : from_(from), to_(to), width_(width), base_(0) {
  base_ = place_of(base);
}

std::size_t TornadoBars::place_of(double value) const {
  if (!(from_ < to_)) return width_ / 2;
  const double share = std::clamp((value - from_) / (to_ - from_), 0.0, 1.0);
  return static_cast<std::size_t>(std::lround(share * static_cast<double>(width_ - 1)));
}

std::string TornadoBars::bar(double low, double high) const {
  const std::size_t first = place_of(std::min(low, high));
  const std::size_t last = place_of(std::max(low, high));
  std::string text;
  for (std::size_t place = 0; place <= std::max(last, base_); ++place) {
    if (place == base_) {
      text += "\u2502";
    } else {
      text += first <= place && place <= last ? "\u2588" : " ";
    }
  }
  return text;
}

}  // namespace wayworth::reports
