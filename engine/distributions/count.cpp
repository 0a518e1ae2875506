#include "engine/distributions/count.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wayworth::engine {

double smallest_count(double p, double guess, const std::function<double(double)>& cdf) {
  double too_low = -1.0;
  double high_enough = std::max(0.0, std::floor(guess));
  double step = 1.0;
  while (cdf(high_enough) < p) {  // up, in growing steps
    too_low = high_enough;
    high_enough += step;
    step *= 2.0;
  }
  for (step = 1.0; high_enough - too_low > step; step *= 2.0) {  // down likewise
    const double lower = high_enough - step;
    if (cdf(lower) < p) {
      too_low = lower;
    } else {
      high_enough = lower;
    }
  }
  while (high_enough - too_low > 1.0) {
    const double middle = std::floor(0.5 * (too_low + high_enough));
    (cdf(middle) < p ? too_low : high_enough) = middle;
  }
  return high_enough;
}

CountTable::CountTable(const std::function<double(double)>& cdf, std::function<double(double)> exact)
    : exact_(std::move(exact)) {
  constexpr double left_out = 1e-7;  // on either side: there one draw in ten million asks the slow function
  constexpr double most_entries = 65'536.0;
  first_ = exact_(left_out);
  const double last = exact_(1.0 - left_out);
  if (last - first_ >= most_entries) return;
  below_ = first_ > 0.0 ? cdf(first_ - 1.0) : 0.0;
  for (double count = first_; count <= last; count += 1.0) cumulative_.push_back(cdf(count));
  guide_.resize(cumulative_.size());
  const auto size = static_cast<double>(guide_.size());
  std::size_t entry = 0;
  for (std::size_t i = 0; i < guide_.size(); ++i) {
    while (entry + 1 < cumulative_.size() && cumulative_[entry] < static_cast<double>(i) / size) ++entry;
    guide_[i] = entry;
  }
}

double CountTable::quantile(double p) const {
  if (cumulative_.empty() || p <= below_ || p > cumulative_.back()) return exact_(p);
  const auto stretch = static_cast<std::size_t>(p * static_cast<double>(guide_.size()));
  std::size_t entry = guide_[std::min(stretch, guide_.size() - 1)];
  while (cumulative_[entry] < p) ++entry;
  return first_ + static_cast<double>(entry);
}

}  // namespace wayworth::engine
