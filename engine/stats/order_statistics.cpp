#include "engine/stats/order_statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

OrderStatistics::OrderStatistics(std::vector<double> column) : values_(std::move(column)) {}

void OrderStatistics::split_at(std::vector<std::size_t> ranks) {
  std::sort(ranks.begin(), ranks.end());
  split_between(ranks);
}

void OrderStatistics::split_between(std::span<const std::size_t> ranks) {
  if (ranks.empty()) return;
  const std::size_t middle = ranks.size() / 2;
  at(ranks[middle]);
  split_between(ranks.first(middle));
  split_between(ranks.subspan(middle + 1));
}

double OrderStatistics::at(std::size_t rank) {
  const auto next = std::lower_bound(splits_.begin(), splits_.end(), rank);
  if (next == splits_.end() || *next != rank) {
    const std::size_t begin = next == splits_.begin() ? 0 : *(next - 1) + 1;
    const std::size_t end = next == splits_.end() ? values_.size() : *next;
    const auto position = [&](std::size_t index) { return values_.begin() + static_cast<std::ptrdiff_t>(index); };
    std::nth_element(position(begin), position(rank), position(end));
    splits_.insert(next, rank);
  }
  return values_[rank];
}

std::span<const double> OrderStatistics::smallest(std::size_t rank) {
  if (rank < values_.size()) at(rank);
  return std::span(values_).first(rank);
}

double OrderStatistics::quantile(double p) {
  const std::size_t lower = quantile_rank(values_.size(), p);
  const double share = static_cast<double>(values_.size() - 1) * p - static_cast<double>(lower);
  const double below = at(lower);
  if (share <= 0.0) return below;
  const double above = at(lower + 1);
  return below == above ? below : below + share * (above - below);  // equal also when both are infinite
}

std::size_t quantile_rank(std::size_t count, double p) {
  const double last = static_cast<double>(count - 1);
  return static_cast<std::size_t>(std::min(std::floor(last * p), last));
}

std::vector<double> quantiles(std::span<const double> column, std::span<const double> probabilities) {
  if (column.empty()) throw InputError("quantiles: the column has no values");
  if (std::any_of(column.begin(), column.end(), [](double x) { return std::isnan(x); })) {
    throw InputError("quantiles: the column holds undefined values");
  }
  OrderStatistics ordered(std::vector<double>(column.begin(), column.end()));
  std::vector<double> result;
  for (const double p : probabilities) {
    if (!(p >= 0.0 && p <= 1.0)) throw InputError(fmt::format("quantiles: probability {} must lie in [0, 1]", p));
    result.push_back(ordered.quantile(p));
  }
  return result;
}

}  // namespace wayworth::engine
