#include "engine/stats/dominance.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace wayworth::engine {

namespace {

std::vector<double> sorted(std::span<const double> sample) {
  std::vector<double> values(sample.begin(), sample.end());
  std::sort(values.begin(), values.end());
  return values;
}

void check_sizes(std::span<const double> x, std::span<const double> y) {
  if (x.size() != y.size()) throw std::invalid_argument("dominance: the samples differ in size");
}

}  // namespace

bool dominates_first_order(std::span<const double> x, std::span<const double> y) {
  check_sizes(x, y);
  const std::vector<double> a = sorted(x);
  const std::vector<double> b = sorted(y);
  bool is_greater = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
    is_greater = is_greater || a[i] > b[i];
  }
  return is_greater;
}

bool dominates_second_order(std::span<const double> x, std::span<const double> y) {
  check_sizes(x, y);
  const std::vector<double> a = sorted(x);
  const std::vector<double> b = sorted(y);
  double sum_a = 0.0;
  double sum_b = 0.0;
  bool is_greater = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum_a += a[i];
    sum_b += b[i];
    if (sum_a < sum_b) return false;
    is_greater = is_greater || sum_a > sum_b;
  }
  return is_greater;
}

double almost_dominance_of(std::span<const double> x, std::span<const double> y) {
  const std::vector<double> a = sorted(x);
  const std::vector<double> b = sorted(y);
  double above = 0.0;
  double between = 0.0;
  std::size_t i = 0;
  std::size_t j = 0;
  double here = std::min(a.front(), b.front());
  while (i < a.size() || j < b.size()) {  // from each value of either sample to the next
    while (i < a.size() && a[i] <= here) ++i;
    while (j < b.size() && b[j] <= here) ++j;
    if (i == a.size() && j == b.size()) break;
    const double next = i == a.size() ? b[j] : j == b.size() ? a[i] : std::min(a[i], b[j]);
    const double difference =
        static_cast<double>(i) / static_cast<double>(a.size()) - static_cast<double>(j) / static_cast<double>(b.size());
    above += std::max(difference, 0.0) * (next - here);
    between += std::max(difference, -difference) * (next - here);
    here = next;
  }
  return between == 0.0 ? 0.5 : above / between;
}

}  // namespace wayworth::engine
