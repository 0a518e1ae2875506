#include "engine/finance/internal_rates.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/vector_kernel.hpp"

namespace wayworth::engine {
namespace {

/// Flows that are worked on together. A number that the compiler knows, so that it goes through them several at a time.
constexpr std::size_t lane_count = 64;
using Lanes = std::array<double, lane_count>;

/// How often the figures of each lane change their sign, zeros left out.
struct SignChanges {
  Lanes count{};
  Lanes first{};
  Lanes last{};
};

/// Of the flows of each lane, and of their sums up to each entry.
struct Signs {
  SignChanges of_flows;
  SignChanges of_sums;
  Lanes sums{};
};

/// In products of -1, 0 and 1 rather than conditions, which a processor would not do for several lanes at a time.
[[gnu::always_inline]] inline void note_sign(SignChanges& changes, std::size_t i, double figure) {
  const double next = (figure > 0.0 ? 1.0 : 0.0) - (figure < 0.0 ? 1.0 : 0.0);
  const double turn = changes.last[i] * next;
  changes.count[i] += 0.5 * (turn * turn - turn);
  changes.first[i] += (1.0 - changes.first[i] * changes.first[i]) * next;
  changes.last[i] = next + (1.0 - next * next) * changes.last[i];
}

// What follows is compiled for each kind of processor. It holds only additions, multiplications, comparisons and
// selections, so that all kinds give the same bits (see engine/execute/kernels.cpp).

WAYWORTH_VECTOR_KERNEL Signs signs_of(std::span<const Lanes> flows) {
  Signs signs;
  for (const Lanes& flow : flows) {
    for (std::size_t i = 0; i < lane_count; ++i) {
      signs.sums[i] += flow[i];
      note_sign(signs.of_flows, i, flow[i]);
      note_sign(signs.of_sums, i, signs.sums[i]);
    }
  }
  return signs;
}

/// Earnings and spendings of each lane as present values, and their derivatives by the logarithm of the discount
/// factor.
struct Sides {
  Lanes earned{};
  Lanes spent{};
  Lanes earned_slope{};
  Lanes spent_slope{};
};

/// Horner's rule for the flows of the steps, as of the first of them.
WAYWORTH_VECTOR_KERNEL Sides discount_to_first_step(std::span<const Lanes> flows, const Lanes& factors) {
  Sides sides;
  for (std::size_t entry = flows.size(); entry-- > 1;) {
    const Lanes& flow = flows[entry];
    for (std::size_t i = 0; i < lane_count; ++i) {
      sides.earned_slope[i] = sides.earned_slope[i] * factors[i] + sides.earned[i];
      sides.spent_slope[i] = sides.spent_slope[i] * factors[i] + sides.spent[i];
      sides.earned[i] = sides.earned[i] * factors[i] + (flow[i] > 0.0 ? flow[i] : 0.0);
      sides.spent[i] = sides.spent[i] * factors[i] + (flow[i] < 0.0 ? -flow[i] : 0.0);
    }
  }
  return sides;
}

/// Newton's method for the flows with one rate at most, as in internal_rate_of_return.cpp but without its care: it
/// takes what comes out in a few steps inside the range, and leaves the rest.
class Batch {
public:
  Batch(const FlowGrid& grid, double guess)
      : steps_per_year_(grid.steps_per_year),
        first_step_(grid.timing == DiscountTiming::mid ? 0.5 : 1.0),
        guess_(log_factor(guess)) {}

  /// \return rates; NaN for those that are left
  const Lanes& solve(std::span<const Lanes> flows) {
    classify(flows);
    const double lowest = log_factor(highest_internal_rate);
    log_factors_.fill(guess_);
    rates_.fill(std::numeric_limits<double>::quiet_NaN());
    constexpr int most_steps = 12;
    for (int step = 0; step < most_steps && std::any_of(open_.begin(), open_.end(), [](bool open) { return open; });
         ++step) {
      discount(flows);
      for (std::size_t i = 0; i < lane_count; ++i) {
        if (open_[i]) improve(i, lowest);
      }
    }
    return rates_;
  }

private:
  [[nodiscard]] double log_factor(double annual_rate) const { return -std::log1p(annual_rate) / steps_per_year_; }

  void classify(std::span<const Lanes> flows) {
    const auto& [of_flows, of_sums, sums] = signs_of(flows);
    const double highest_of_all = log_factor(lowest_internal_rate);
    for (std::size_t i = 0; i < lane_count; ++i) {
      const bool one_change = of_flows.count[i] == 1.0;
      const bool norstrom =
          of_flows.count[i] > 1.0 && of_flows.first[i] < 0.0 && of_sums.count[i] == 1.0 && sums[i] > 0.0;
      open_[i] = one_change || norstrom;
      highest_[i] = one_change ? highest_of_all : 0.0;
    }
  }

  void discount(std::span<const Lanes> flows) {
    Lanes factors;
    for (std::size_t i = 0; i < lane_count; ++i) factors[i] = std::exp(log_factors_[i]);
    Sides& sides = sides_ = discount_to_first_step(flows, factors);
    for (std::size_t i = 0; i < lane_count; ++i) {
      const double first_factor = first_step_ == 1.0 ? factors[i] : std::sqrt(factors[i]);
      sides.earned_slope[i] = first_factor * (first_step_ * sides.earned[i] + factors[i] * sides.earned_slope[i]);
      sides.spent_slope[i] = first_factor * (first_step_ * sides.spent[i] + factors[i] * sides.spent_slope[i]);
      sides.earned[i] = std::max(flows[0][i], 0.0) + first_factor * sides.earned[i];
      sides.spent[i] = std::max(-flows[0][i], 0.0) + first_factor * sides.spent[i];
    }
  }

  void improve(std::size_t i, double lowest) {
    const Sides& sides = sides_;
    const double slope = sides.earned_slope[i] / sides.earned[i] - sides.spent_slope[i] / sides.spent[i];
    const double next = log_factors_[i] - std::log(sides.earned[i] / sides.spent[i]) / slope;
    const bool inside = next > lowest && next < highest_[i];
    constexpr double close = 1e-9;
    if (inside && std::abs(next - log_factors_[i]) <= close) rates_[i] = std::expm1(-next * steps_per_year_);
    open_[i] = inside && std::isnan(rates_[i]);
    if (open_[i]) log_factors_[i] = next;
  }

  double steps_per_year_;
  double first_step_;
  double guess_;
  std::array<bool, lane_count> open_{};
  Lanes highest_{};
  Lanes log_factors_{};
  Lanes rates_{};
  Sides sides_{};
};

}  // namespace

InternalRates internal_rates_of_return(std::span<const double> values, std::size_t count, const FlowGrid& grid,
                                       double guess) {
  const std::size_t entries = values.size() / count;
  const InternalRateFinder find_carefully(grid);
  Batch batch(grid, guess);
  std::vector<Lanes> tile(entries);
  std::vector<double> flow(entries);
  InternalRates found;
  found.rates.reserve(count);
  for (std::size_t first = 0; first < count; first += lane_count) {
    const std::size_t lanes = std::min(lane_count, count - first);
    for (std::size_t entry = 0; entry < entries; ++entry) {
      tile[entry].fill(0.0);
      std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(entry * count + first), lanes, tile[entry].begin());
    }
    const Lanes& rates = batch.solve(tile);
    for (std::size_t i = 0; i < lanes; ++i) {
      InternalRate one{InternalRateStatus::ok, {}};
      if (std::isnan(rates[i])) {
        for (std::size_t entry = 0; entry < entries; ++entry) flow[entry] = tile[entry][i];
        one = find_carefully(flow);
      }
      const bool is_ok = one.status == InternalRateStatus::ok;
      found.rates.push_back(is_ok && !one.rates.empty() ? one.rates.front() : rates[i]);
      ++found.by_status[static_cast<std::size_t>(one.status)];
    }
  }
  return found;
}

}  // namespace wayworth::engine
