#include "engine/analysis/sensitivity/flip.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/sensitivity/input_kind.hpp"
#include "engine/analysis/sensitivity/regression.hpp"
#include "engine/analysis/sensitivity/roots.hpp"
#include "engine/distributions/standard_normal.hpp"
#include "engine/stats/mean.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t most_changes = 3;
constexpr std::size_t grid_points = 9;

struct Slope {
  const DrawnInput* input = nullptr;
  std::vector<double> scores;  ///< normal ones, by trial
  double slope = 0.0;          ///< of the advantage, per score
};

bool can_move(const Model& model, const DrawnInput& input) {
  const Input& described = model.inputs[index_of(input.id)];
  constexpr std::size_t few_values = 20;
  return !is_chance_event(described.path) && input.sorted.different_values() > few_values;
}

std::vector<double> normal_scores(const SortedColumn& sorted) {
  std::vector<double> scores = sorted.average_ranks();
  for (double& rank : scores) rank = (rank - 0.5) / static_cast<double>(scores.size());
  standard_normal_quantiles(scores, scores);
  return scores;
}

/// The inputs that the advantage follows most.
std::vector<Slope> steepest(const Model& model, std::span<const double> advantage,
                            const std::vector<const DrawnInput*>& inputs) {
  std::vector<Slope> slopes;
  for (const DrawnInput* const input : inputs) {
    if (can_move(model, *input)) slopes.push_back({input, normal_scores(input->sorted), 0.0});
  }
  std::vector<std::span<const double>> columns;
  for (const Slope& one : slopes) columns.emplace_back(one.scores);
  const std::vector<double> standardised = regression_sensitivity(columns, advantage).standardised;
  for (std::size_t i = 0; i < slopes.size(); ++i) slopes[i].slope = standardised[i];
  std::stable_sort(slopes.begin(), slopes.end(),
                   [](const Slope& a, const Slope& b) { return std::abs(a.slope) > std::abs(b.slope); });
  slopes.resize(std::min(slopes.size(), most_changes));
  std::erase_if(slopes, [](const Slope& one) { return one.slope == 0.0; });
  return slopes;
}

/// Unit of distance along which the advantage falls fastest: -R b / sqrt(b' R b), R being the correlations of the
/// scores.
std::vector<double> way_down(const std::vector<Slope>& slopes) {
  std::vector<double> way(slopes.size(), 0.0);
  double squared_length = 0.0;
  for (std::size_t i = 0; i < slopes.size(); ++i) {
    for (std::size_t k = 0; k < slopes.size(); ++k) {
      way[i] -= (i == k ? 1.0 : correlation(slopes[i].scores, slopes[k].scores)) * slopes[k].slope;
    }
    squared_length -= way[i] * slopes[i].slope;
  }
  for (double& step : way) step /= std::sqrt(squared_length);
  return way;
}

}  // namespace

Flip find_flip(const Model& model, std::span<const double> advantage, const std::vector<const DrawnInput*>& inputs,
               Experiment& experiment) {
  const std::vector<Slope> slopes = steepest(model, advantage, inputs);
  if (slopes.empty()) return {};
  const std::vector<double> way = way_down(slopes);
  const auto place_at = [&](double distance) {
    std::vector<Flip::Change> changes;
    for (std::size_t i = 0; i < slopes.size(); ++i) {
      const InputId id = slopes[i].input->id;
      const double percentile = standard_normal_cdf(distance * way[i]);
      changes.push_back({id, quantile(model.inputs[index_of(id)].distribution, percentile), percentile});
    }
    return changes;
  };
  const auto advantage_at = [&](double distance) {
    InputChanges changes;
    for (const Flip::Change& change : place_at(distance)) changes.fixed.push_back({change.input, change.value});
    try {
      const std::vector<std::vector<double>> npv = experiment.run_all(changes);
      return mean_of(npv[0]) - (npv.size() > 1 ? mean_of(npv[1]) : 0.0);
    } catch (const TrialFailure&) {
      return std::numeric_limits<double>::quiet_NaN();  // the model has no answer there
    }
  };
  const std::vector<double> found = sign_changes(advantage_at, 0.0, farthest_flip, grid_points);
  if (found.empty()) return {};
  return {found.front(), standard_normal_cdf(-found.front()), place_at(found.front())};
}

}  // namespace wayworth::engine
