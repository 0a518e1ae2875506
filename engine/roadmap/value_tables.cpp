#include "engine/roadmap/value_tables.hpp"

#include <algorithm>

#include "engine/stats/mean.hpp"

namespace wayworth::engine {

namespace {

class TableMaker {
public:
  TableMaker(const Model& model, const ScheduleProblem& problem, ScheduleSimulator& simulator)
      : model_(model), problem_(problem), simulator_(simulator), earliest_(earliest_starts(problem)) {}

  ValueTables make() {
    for (std::size_t i = 0; i < problem_.items.size(); ++i) add_alone(i);
    for (std::size_t i = 0; i < problem_.items.size(); ++i) {
      for (std::size_t j = i + 1; j < problem_.items.size(); ++j) add_pair(i, j);
    }
    return std::move(tables_);
  }

private:
  /// The prerequisites of the initiatives, at their earliest.
  Schedule prerequisites(const std::vector<std::size_t>& initiatives) const {
    Schedule schedule(problem_.items.size());
    for (const std::size_t i : initiatives) {
      for (const InitiativeId need : prerequisites_of(model_, static_cast<InitiativeId>(i))) {
        schedule[index_of(need)] = earliest_[index_of(need)];
      }
    }
    return schedule;
  }

  void add_alone(std::size_t i) {
    const Schedule before = prerequisites({i});
    std::vector<std::optional<std::size_t>> starts;
    for (std::size_t step = 1; step <= problem_.steps; ++step) {
      if (may_start(problem_, i, step)) starts.emplace_back(step);
    }
    std::vector<double> means(problem_.steps, 0.0);
    const TrialValues without = simulator_.npv(before);
    const std::vector<TrialValues> with = simulator_.npv_of_moves(before, i, starts);
    std::size_t best = 0;
    for (std::size_t k = 0; k < starts.size(); ++k) {
      means[*starts[k] - 1] = mean_of(with[k]) - mean_of(without);
      if (means[*starts[k] - 1] > means[*starts[best] - 1]) best = k;
    }
    best_start_.push_back(starts.empty() ? 1 : *starts[best]);
    tables_.probability_of_loss_alone.push_back(starts.empty() ? 0.0 : share_of_losses(with[best], without));
    tables_.alone.push_back(std::move(means));
  }

  static double share_of_losses(const TrialValues& with, const TrialValues& without) {
    std::size_t losses = 0;
    for (std::size_t trial = 0; trial < with.size(); ++trial) losses += with[trial] < without[trial] ? 1 : 0;
    return static_cast<double>(losses) / static_cast<double>(with.size());
  }

  bool needs(std::size_t i, std::size_t other) const {
    const std::vector<InitiativeId> before = prerequisites_of(model_, static_cast<InitiativeId>(i));
    return std::find(before.begin(), before.end(), static_cast<InitiativeId>(other)) != before.end();
  }

  /// v(i and j) - v(i) - v(j) + v(neither), with what either needs: of two of which one needs the other this is in the
  /// value of the later one already.
  void add_pair(std::size_t i, std::size_t j) {
    if (needs(i, j) || needs(j, i)) return;
    Schedule schedule = prerequisites({i, j});
    const double neither = mean_of(simulator_.npv(schedule));
    schedule[i] = best_start_[i];
    const double first = mean_of(simulator_.npv(schedule));
    schedule[j] = best_start_[j];
    const double both = mean_of(simulator_.npv(schedule));
    schedule[i].reset();
    const double second = mean_of(simulator_.npv(schedule));
    tables_.pairs.push_back({i, j, both - first - second + neither});
  }

  const Model& model_;
  const ScheduleProblem& problem_;
  ScheduleSimulator& simulator_;
  std::vector<std::size_t> earliest_;
  std::vector<std::size_t> best_start_;
  ValueTables tables_;
};

}  // namespace

bool may_start(const ScheduleProblem& problem, std::size_t item, std::size_t step) {
  return std::all_of(problem.rules.begin(), problem.rules.end(), [&](const Rule& rule) {
    const auto* const starts = std::get_if<StartRule>(&rule.what);
    if (starts == nullptr || starts->allowed[step - 1]) return true;
    return std::find(starts->items.begin(), starts->items.end(), item) == starts->items.end();
  });
}

std::vector<std::size_t> earliest_starts(const ScheduleProblem& problem) {
  std::vector<std::size_t> earliest(problem.items.size(), 1);
  for (std::size_t round = 0; round <= problem.items.size(); ++round) {  // as often as the longest chain
    for (const Rule& rule : problem.rules) {
      const auto* const need = std::get_if<NeedRule>(&rule.what);
      if (need == nullptr) continue;
      earliest[need->item] =
          std::max(earliest[need->item], std::min(earliest[need->needed] + need->gap, problem.steps));
    }
    for (std::size_t item = 0; item < earliest.size(); ++item) {
      std::size_t step = earliest[item];
      while (step < problem.steps && !may_start(problem, item, step)) ++step;
      if (may_start(problem, item, step)) earliest[item] = step;
    }
  }
  return earliest;
}

ValueTables value_tables(const Model& model, const ScheduleProblem& problem, ScheduleSimulator& simulator) {
  return TableMaker(model, problem, simulator).make();
}

}  // namespace wayworth::engine
