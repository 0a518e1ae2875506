#include "engine/stats/moments.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {

namespace {

/// Eight sums side by side, of every eighth value each: the loops over them go eight values at a time, and the order of
/// the additions is the same on every processor.
class SideBySideSums {
public:
  static constexpr std::size_t lanes = 8;

  /// Adds term(x) of every value of the block.
  template <class Term>
  [[gnu::always_inline]] void add(std::span<const double> block, Term term) {
    const std::size_t whole = block.size() / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes) {
      for (std::size_t lane = 0; lane < lanes; ++lane) add_to(lane, term(block[i + lane]));
    }
    for (std::size_t i = whole; i < block.size(); ++i) add_to(i - whole, term(block[i]));
  }

  [[nodiscard]] NeumaierSum total() const {
    NeumaierSum sum;
    for (std::size_t lane = 0; lane < lanes; ++lane) sum.add(sums_[lane]);
    for (std::size_t lane = 0; lane < lanes; ++lane) sum.add(errors_[lane]);
    return sum;
  }

private:
  [[gnu::always_inline]] void add_to(std::size_t lane, double x) {
    const double sum = sums_[lane] + x;
    // What the addition lost, whichever term is larger: Knuth, "The Art of Computer Programming" 2, 4.2.2, theorem B.
    const double virtual_x = sum - sums_[lane];
    errors_[lane] += (sums_[lane] - (sum - virtual_x)) + (x - virtual_x);
    sums_[lane] = sum;
  }

  std::array<double, lanes> sums_{};
  std::array<double, lanes> errors_{};
};

WAYWORTH_VECTOR_KERNEL NeumaierSum sum_of(std::span<const double> block) {
  SideBySideSums sums;
  sums.add(block, [](double x) { return x; });
  return sums.total();
}

WAYWORTH_VECTOR_KERNEL NeumaierSum squared_deviations_of(std::span<const double> block, double centre) {
  SideBySideSums sums;
  sums.add(block, [centre](double x) { return (x - centre) * (x - centre); });
  return sums.total();
}

}  // namespace

void Moments::add(std::span<const double> block) {
  if (block.empty()) return;
  Moments one;
  one.count_ = block.size();
  one.sum_ = sum_of(block);
  one.squared_deviations_ = squared_deviations_of(block, one.mean());
  merge(one);
}

void Moments::add_repeated(double value, std::uint64_t count) {
  Moments one;
  one.count_ = count;
  one.sum_.add(value * static_cast<double>(count));
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
