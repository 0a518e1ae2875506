#include "engine/analysis/ranking.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>

#include "engine/analysis/comparison.hpp"
#include "engine/stats/confidence.hpp"
#include "engine/stats/ratio_of_means.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {
namespace {

constexpr std::size_t places = 3;

Subject alone(InitiativeId id) {
  return {.scope = Scope::alone, .option = 0, .initiative = id};
}

/// The best three columns of one trial; fewer when there are fewer columns.
struct Podium {
  std::array<std::size_t, places> column{};
  std::array<double, places> value{};
  std::size_t taken = 0;

  void offer(std::size_t candidate, double with_value) {
    std::size_t place = taken;
    while (place > 0 && value[place - 1] < with_value) --place;
    if (place == places) return;
    taken = std::min(taken + 1, places);
    for (std::size_t below = taken - 1; below > place; --below) {
      column[below] = column[below - 1];
      value[below] = value[below - 1];
    }
    column[place] = candidate;
    value[place] = with_value;
  }
};

std::vector<RankedInitiative> best_first(std::vector<RankedInitiative> ranking) {
  std::stable_sort(ranking.begin(), ranking.end(),
                   [](const RankedInitiative& a, const RankedInitiative& b) { return a.value.value > b.value.value; });
  return ranking;
}

/// How often each column takes each place.
using PlaceCounts = std::vector<std::array<std::uint64_t, places>>;

Estimate share_of_place(const std::vector<PlaceCounts>& by_replicate, std::size_t column, std::size_t place,
                        std::uint64_t trials) {
  const double trials_each = static_cast<double>(trials) / static_cast<double>(by_replicate.size());
  std::uint64_t hits = 0;
  std::vector<double> shares;
  for (const PlaceCounts& counts : by_replicate) {
    hits += counts[column][place];
    shares.push_back(static_cast<double>(counts[column][place]) / trials_each);
  }
  Estimate share = share_estimate(hits, trials);
  if (by_replicate.size() > 1) share.standard_error = standard_error_of(shares);
  return share;
}

double per_unit(double npv, double one_off) {
  if (one_off != 0.0) return npv / one_off;
  if (npv == 0.0) return 0.0;
  return npv > 0.0 ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<std::array<Estimate, 3>> shares_of_places(const std::vector<std::span<const double>>& columns,
                                                      std::size_t replicates) {
  const std::size_t trials = columns.empty() ? 0 : columns.front().size();
  std::vector<PlaceCounts> counts(replicates, PlaceCounts(columns.size()));
  for (std::size_t trial = 0; trial < trials; ++trial) {
    Podium podium;
    for (std::size_t i = 0; i < columns.size(); ++i) podium.offer(i, columns[i][trial]);
    PlaceCounts& here = counts[trial / (trials / replicates)];
    for (std::size_t place = 0; place < podium.taken; ++place) ++here[podium.column[place]][place];
  }
  std::vector<std::array<Estimate, 3>> shares(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t place = 0; place < places; ++place) shares[i][place] = share_of_place(counts, i, place, trials);
  }
  return shares;
}

std::vector<std::vector<double>> shares_of_all_places(const std::vector<std::span<const double>>& columns) {
  const std::size_t count = columns.size();
  const std::size_t trials = columns.empty() ? 0 : columns.front().size();
  std::vector<std::vector<double>> shares(count, std::vector<double>(count, 0.0));
  std::vector<std::size_t> order(count);
  for (std::size_t trial = 0; trial < trials; ++trial) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return columns[a][trial] > columns[b][trial] || (columns[a][trial] == columns[b][trial] && a < b);
    });
    for (std::size_t place = 0; place < count; ++place) shares[order[place]][place] += 1.0;
  }
  for (auto& row : shares) {
    for (double& share : row) share /= static_cast<double>(trials);
  }
  return shares;
}

std::vector<std::vector<double>> win_shares(const std::vector<std::span<const double>>& columns) {
  const std::size_t count = columns.size();
  std::vector<std::vector<double>> shares(count, std::vector<double>(count, 0.5));
  for (std::size_t a = 0; a < count; ++a) {
    for (std::size_t b = a + 1; b < count; ++b) {
      shares[a][b] = probability_first_is_greater(columns[a], columns[b], 1).value;
      shares[b][a] = 1.0 - shares[a][b];
    }
  }
  return shares;
}

std::vector<std::vector<double>> place_shares(const Results& results, const std::vector<RankedInitiative>& ranking) {
  // Ties go to the lower id, so the columns come in the order of the ids.
  std::vector<std::size_t> by_id(ranking.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::sort(by_id.begin(), by_id.end(),
            [&](std::size_t a, std::size_t b) { return ranking[a].initiative < ranking[b].initiative; });
  std::vector<std::span<const double>> columns;
  for (const std::size_t i : by_id) columns.push_back(results.column(alone(ranking[i].initiative), Measure::npv));
  const std::vector<std::vector<double>> shares = shares_of_all_places(columns);
  std::vector<std::vector<double>> ordered(ranking.size());
  for (std::size_t i = 0; i < by_id.size(); ++i) ordered[by_id[i]] = shares[i];
  return ordered;
}

std::vector<RankedInitiative> rank_by_npv(const Results& results, const std::vector<InitiativeId>& initiatives) {
  std::vector<std::span<const double>> columns;
  for (const InitiativeId id : initiatives) columns.push_back(results.column(alone(id), Measure::npv));
  const std::size_t replicates = results.replicates();
  const std::vector<std::array<Estimate, 3>> placed = shares_of_places(columns, replicates);
  std::vector<RankedInitiative> ranking;
  for (std::size_t i = 0; i < initiatives.size(); ++i) {
    ranking.push_back({initiatives[i], results.mean(alone(initiatives[i]), Measure::npv), placed[i]});
  }
  return best_first(std::move(ranking));
}

std::vector<RankedInitiative> rank_by_npv_per_one_off(const Results& results,
                                                      const std::vector<InitiativeId>& initiatives) {
  const std::size_t replicates = results.replicates();
  std::vector<RankedInitiative> ranking;
  std::vector<std::vector<double>> ratios;
  for (const InitiativeId id : initiatives) {
    const std::span<const double> npv = results.column(alone(id), Measure::npv);
    const std::span<const double> one_off = results.column(alone(id), Measure::one_off_costs);
    if (std::all_of(one_off.begin(), one_off.end(), [](double cost) { return cost == 0.0; })) continue;
    std::vector<double>& ratio = ratios.emplace_back(npv.size());
    std::transform(npv.begin(), npv.end(), one_off.begin(), ratio.begin(), per_unit);
    ranking.push_back({id, ratio_of_means(npv, one_off, replicates), {}});
  }
  const std::vector<std::array<Estimate, 3>> placed = shares_of_places({ratios.begin(), ratios.end()}, replicates);
  for (std::size_t i = 0; i < ranking.size(); ++i) ranking[i].placed = placed[i];
  return best_first(std::move(ranking));
}

}  // namespace wayworth::engine
