#include "engine/stats/moments.hpp"

#include <cmath>
#include <limits>

namespace wayworth::engine {

void Moments::add(std::span<const double> block) {
  if (block.empty()) return;
  Moments one;
  one.count_ = block.size();
  for (const double x : block) {
    one.sum_.add(x);
  }
  const double centre = one.mean();
  for (const double x : block) {
    one.squared_deviations_.add((x - centre) * (x - centre));
  }
  merge(one);
}

void Moments::merge(const Moments& other) {
  if (other.count_ == 0) return;
  if (count_ > 0) {
    const auto here = static_cast<double>(count_);
    const auto there = static_cast<double>(other.count_);
    const double distance = other.mean() - mean();
    squared_deviations_.add(distance * distance * (here * there / (here + there)));
  }
  count_ += other.count_;
  sum_.merge(other.sum_);
  squared_deviations_.merge(other.squared_deviations_);
}

double Moments::mean() const {
  return count_ == 0 ? 0.0 : sum_.value() / static_cast<double>(count_);
}

double Moments::variance() const {
  return count_ < 2 ? 0.0 : squared_deviations_.value() / static_cast<double>(count_ - 1);
}

double Moments::standard_deviation() const {
  return std::sqrt(variance());
}

double Moments::standard_error() const {
  if (count_ < 2) return std::numeric_limits<double>::infinity();
  return std::sqrt(variance() / static_cast<double>(count_));
}

}  // namespace wayworth::engine
