#include "engine/execute/column_tallies.hpp"

#include <algorithm>
#include <cmath>

namespace wayworth::engine {

namespace {

Operand from(Operand value, std::size_t first) {
  if (value.column != nullptr) value.column += first;
  return value;
}

void add_repeated(double value, std::uint64_t times, ColumnTotals::Replicate& totals) {
  if (std::isnan(value)) return;
  totals.defined += times;
  if (value < 0.0) totals.losses += times;
  if (std::isfinite(value)) totals.moments.add_repeated(value, times);
}

void add_all(std::span<const double> values, ColumnTotals::Replicate& totals) {
  const auto count_of = [&](auto is_such) {
    return static_cast<std::uint64_t>(std::count_if(values.begin(), values.end(), is_such));
  };
  totals.defined += count_of([](double x) { return !std::isnan(x); });
  totals.losses += count_of([](double x) { return x < 0.0; });
  if (std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); })) {
    totals.moments.add(values);
    return;
  }
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double x) { return std::isfinite(x); });
  totals.moments.add(finite);
}

}  // namespace

ColumnTallies::ColumnTallies(std::size_t columns, std::size_t groups, const Replicates& replicates)
    : columns_(columns), replicates_(replicates), counts_(columns), parts_(groups * columns) {}

void ColumnTallies::add(std::size_t column, std::size_t group, std::uint64_t first, Operand value, std::size_t trials) {
  {
    SharedCounts& shared = counts_[column];
    const std::scoped_lock lock(shared.mutex);
    if (value.column == nullptr) {
      shared.counts.add(value.same, static_cast<std::uint32_t>(trials));
    } else {
      shared.counts.add({value.column, trials});
    }
  }
  // A block may lie in two replicates.
  for (std::size_t done = 0; done < trials;) {
    const std::uint64_t trial = first + done;
    const std::uint64_t replicate = trial / replicates_.trials_each;
    const std::uint64_t left = (replicate + 1) * replicates_.trials_each - trial;
    const std::size_t some = std::min<std::uint64_t>(trials - done, left);
    add_to_part(parts_[group * columns_ + column], replicate, from(value, done), some);
    done += some;
  }
}

void ColumnTallies::add_to_part(std::vector<Part>& parts, std::uint64_t replicate, Operand value, std::size_t trials) {
  if (parts.empty() || parts.back().replicate != replicate) parts.push_back({replicate, {}});
  if (value.column == nullptr) {
    add_repeated(value.same, trials, parts.back().totals);
  } else {
    add_all({value.column, trials}, parts.back().totals);
  }
}

std::vector<ColumnTotals> ColumnTallies::finish() {
  std::vector<ColumnTotals> all(columns_);
  for (std::size_t column = 0; column < columns_; ++column) {
    ColumnTotals& totals = all[column];
    totals.counts = std::move(counts_[column].counts);
    totals.replicates.resize(replicates_.count);
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    for (const Part& part : parts_[i]) {
      ColumnTotals::Replicate& totals = all[i % columns_].replicates[part.replicate];
      totals.moments.merge(part.totals.moments);
      totals.defined += part.totals.defined;
      totals.losses += part.totals.losses;
    }
  }
  return all;
}

}  // namespace wayworth::engine
