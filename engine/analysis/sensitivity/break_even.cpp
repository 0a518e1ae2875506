#include "engine/analysis/sensitivity/break_even.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/analysis/sensitivity/break_even_search.hpp"
#include "engine/analysis/sensitivity/roots.hpp"
#include "engine/execute/in_parallel.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/order_statistics.hpp"
#include "engine/stats/quantile_interval.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr double usual_chance_of_loss = 0.1;
constexpr std::size_t screening_points = 5;
constexpr std::size_t grid_points = 33;  ///< the screening points are among them, to the bit

bool is_certain_to_be_one(const Expression& share) {
  return share == number(1.0);
}

/// Whether a saving stays in the budget, so that the two NPVs differ.
bool has_savings_that_stay(const Model& model) {
  const auto stays = [](const Stream& stream) {
    return stream.kind != StreamKind::revenue && !is_certain_to_be_one(stream.cashable);
  };
  if (std::any_of(model.streams.begin(), model.streams.end(), stays)) return true;
  return std::any_of(model.initiatives.begin(), model.initiatives.end(), [](const Initiative& initiative) {
    return std::any_of(initiative.benefits.begin(), initiative.benefits.end(),
                       [](const Benefit& benefit) { return !is_certain_to_be_one(benefit.cashable); });
  });
}

double figure_in(const BreakEvenTarget& target, std::span<const double> column) {
  if (target.probability) return quantiles(column, {{*target.probability}}).front();
  Moments moments;
  moments.add(column);
  return moments.mean();
}

double error_in(const BreakEvenTarget& target, std::span<const double> column, std::size_t replicates) {
  if (!target.probability) return mean_estimate(column, replicates).standard_error;
  return quantile_estimate(OrderStatistics({column.begin(), column.end()}), *target.probability).standard_error;
}

/// The targets' distances from their values, with one input standing anywhere; each place is run once.
class Search {
public:
  Search(Experiment& experiment, InputId input, const std::vector<BreakEvenTarget>& targets,
         const std::vector<FixedInput>& held)
      : experiment_(experiment), input_(input), targets_(targets), held_(held) {
    for (const OutputRequest& output : outputs_of({}, targets)) measures_.push_back(output.measure);
  }

  /// NaN where the model has no answer.
  double distance(std::size_t target, double value) {
    const auto [place, is_new] = distances_.try_emplace(value);
    if (is_new) place->second = distances_at(value);
    return place->second[target];
  }

  /// Of the place where a target is met, from the slope between two places `step` to either side; infinite where
  /// the model has no answer there.
  double error_of_place(std::size_t target, double value, double step) {
    const double slope = (distance(target, value + step) - distance(target, value - step)) / (2.0 * step);
    if (!std::isfinite(slope)) return std::numeric_limits<double>::infinity();
    const auto columns = experiment_.run_all(changes(value));
    return error_in(targets_[target], column_of(columns, target), experiment_.replicates()) / std::abs(slope);
  }

private:
  [[nodiscard]] InputChanges changes(double value) const {
    InputChanges changes{.fixed = held_};
    changes.fixed.push_back({input_, value});
    return changes;
  }

  [[nodiscard]] const std::vector<double>& column_of(const std::vector<std::vector<double>>& columns,
                                                     std::size_t target) const {
    const auto measure = std::find(measures_.begin(), measures_.end(), targets_[target].measure);
    return columns[static_cast<std::size_t>(measure - measures_.begin())];
  }

  std::vector<double> distances_at(double value) {
    try {
      const auto columns = experiment_.run_all(changes(value));
      std::vector<double> distances;
      for (std::size_t i = 0; i < targets_.size(); ++i) {
        distances.push_back(figure_in(targets_[i], column_of(columns, i)) - targets_[i].value);
      }
      return distances;
    } catch (const TrialFailure&) {
      return std::vector<double>(targets_.size(), std::numeric_limits<double>::quiet_NaN());
    }
  }

  Experiment& experiment_;
  InputId input_;
  const std::vector<BreakEvenTarget>& targets_;
  const std::vector<FixedInput>& held_;
  std::vector<Measure> measures_;
  std::map<double, std::vector<double>> distances_;
};

/// Whether a figure comes near enough to its target anywhere for a closer look.
bool may_be_met(Search& search, std::size_t target, const SearchRange& range) {
  double least = std::numeric_limits<double>::infinity();
  double greatest_move = 0.0;
  double before = 0.0;
  for (std::size_t i = 0; i < screening_points; ++i) {
    const double here = search.distance(target, grid_point(range.from, range.to, i, screening_points));
    if (!std::isfinite(here) || (i > 0 && here * before <= 0.0)) return true;
    if (i > 0) greatest_move = std::max(greatest_move, std::abs(here - before));
    least = std::min(least, std::abs(here));
    before = here;
  }
  return least <= greatest_move;
}

}  // namespace

std::vector<BreakEvenTarget> usual_targets(const Model& model) {
  std::vector<BreakEvenTarget> targets = {{}, {.probability = 0.5}, {.probability = usual_chance_of_loss}};
  if (has_savings_that_stay(model)) targets.push_back({.measure = Measure::cash_npv});
  return targets;
}

std::vector<OutputRequest> outputs_of(const Subject& subject, const std::vector<BreakEvenTarget>& targets) {
  std::vector<OutputRequest> outputs;
  for (const BreakEvenTarget& target : targets) {
    const auto is_same = [&](const OutputRequest& one) { return one.measure == target.measure; };
    if (std::none_of(outputs.begin(), outputs.end(), is_same)) outputs.push_back({subject, target.measure});
  }
  return outputs;
}

bool BreakEven::has_any() const {
  return std::any_of(places.begin(), places.end(), [](const std::vector<Place>& found) { return !found.empty(); });
}

SearchRange search_range(const Distribution& distribution) {
  constexpr double outermost = 0.001;
  const double low = quantile(distribution, outermost);
  const double high = quantile(distribution, 1.0 - outermost);
  SearchRange range{low - 0.5 * (high - low), high + 0.5 * (high - low)};
  if (low >= 0.0) range.from = std::max(range.from, 0.0);
  if (high <= 0.0) range.to = std::min(range.to, 0.0);
  return range;
}

BreakEven break_even_within(Experiment& experiment, const PlanInput& input, const SearchRange& range,
                            const std::vector<BreakEvenTarget>& targets, const std::vector<FixedInput>& held) {
  BreakEven found{.input = input.id,
                  .now = quantile(input.distribution, 0.5),
                  .searched_from = range.from,
                  .searched_to = range.to};
  Search search(experiment, input.id, targets, held);
  const double step = (range.to - range.from) / static_cast<double>(2 * (grid_points - 1));
  for (std::size_t target = 0; target < targets.size(); ++target) {
    std::vector<BreakEven::Place>& places = found.places.emplace_back();
    if (!may_be_met(search, target, range)) continue;
    const auto distance = [&](double value) { return search.distance(target, value); };
    for (const double value : sign_changes(distance, range.from, range.to, grid_points)) {
      places.push_back({value, search.error_of_place(target, value, step), cdf(input.distribution, value)});
    }
  }
  return found;
}

BreakEven break_even(Experiment& experiment, const PlanInput& input, const std::vector<BreakEvenTarget>& targets,
                     const std::vector<FixedInput>& held) {
  return break_even_within(experiment, input, search_range(input.distribution), targets, held);
}

std::vector<BreakEven> break_evens(Experiment& experiment, const std::vector<InputId>& inputs,
                                   const std::vector<BreakEvenTarget>& targets, std::size_t threads) {
  std::vector<BreakEven> found(inputs.size());
  in_parallel(inputs.size(), threads,
              [&](std::size_t i) { found[i] = break_even(experiment, experiment.input(inputs[i]), targets); });
  return found;
}

}  // namespace wayworth::engine
