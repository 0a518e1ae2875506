#include "engine/roadmap/local_search.hpp"

#include <algorithm>
#include <numeric>

#include "engine/roadmap/goal.hpp"
#include "engine/roadmap/value_tables.hpp"

namespace wayworth::engine {

namespace {

/// Larger moves are many; so many of the most promising ones are simulated.
constexpr std::size_t most_large_moves = 40;

/// Every round improves the schedule, so there are few; this only guards against goals that fall in tiny steps.
constexpr std::size_t most_rounds = 200;

class Search {
public:
  Search(const SearchSpace& space, const Schedule& start) : space_(space), earliest_(earliest_starts(space.problem)) {
    current_.schedule = start;
    current_.npv = space_.simulator.npv(start);
    current_.goal = goal_of(goal(), current_.npv);
    remember(current_);
  }

  Candidate run() {
    for (std::size_t round = 0; round < most_rounds && !is_stopped(); ++round) {
      if (!improve_one_by_one() && !improve_by_large_move()) break;
    }
    return std::move(current_);
  }

private:
  const RoadmapGoal& goal() const { return space_.model.limits.goal; }
  bool is_stopped() const { return space_.is_stopped && space_.is_stopped(); }

  /// With chance limits only what has been taken is known to keep them.
  void remember(const Candidate& candidate) { space_.pool.add(candidate.schedule, candidate.goal, candidate.npv); }

  bool improve_one_by_one() {
    bool is_improved = false;
    for (std::size_t i = 0; i < current_.schedule.size() && !is_stopped(); ++i) {
      is_improved = take_best(moves_of(space_, current_.schedule, i)) || is_improved;
    }
    return is_improved;
  }

  Candidate candidate(const Schedule& schedule, TrialValues npv) const {
    const double value = goal_of(goal(), npv);
    return {schedule, value, std::move(npv)};
  }

  /// The best of the candidates that keeps the chance limits, if it is better than what there is.
  bool take_best(std::vector<Candidate> candidates) {
    if (!space_.chance.exist()) {
      for (const Candidate& one : candidates) remember(one);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.goal > b.goal; });
    for (Candidate& one : candidates) {
      if (one.goal <= current_.goal) return false;
      if (!is_better(goal(), one.npv, current_.npv, space_.simulator.replicates())) continue;
      if (!space_.chance.are_kept(one.schedule)) continue;
      current_ = std::move(one);
      remember(current_);
      return true;
    }
    return false;
  }

  bool improve_by_large_move() {
    std::vector<Schedule> moves;
    add_swaps(moves);
    add_exchanges(moves);
    add_departures(moves);
    add_arrivals(moves);
    std::vector<double> promise;
    for (const Schedule& move : moves) promise.push_back(value_of(space_.problem, move));
    std::vector<std::size_t> order(moves.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return promise[a] > promise[b]; });
    std::vector<Candidate> candidates;
    for (std::size_t k = 0; k < std::min(order.size(), most_large_moves) && !is_stopped(); ++k) {
      candidates.push_back(candidate(moves[order[k]], space_.simulator.npv(moves[order[k]])));
    }
    return take_best(std::move(candidates));
  }

  void add_if_allowed(std::vector<Schedule>& moves, const Schedule& move) const {
    if (move != current_.schedule && keeps_all_rules(space_.problem, move)) moves.push_back(move);
  }

  void add_swaps(std::vector<Schedule>& moves) const {
    for (std::size_t i = 0; i < current_.schedule.size(); ++i) {
      for (std::size_t j = i + 1; j < current_.schedule.size(); ++j) {
        Schedule swapped = current_.schedule;
        std::swap(swapped[i], swapped[j]);
        add_if_allowed(moves, swapped);
      }
    }
  }

  /// The schedule without an initiative and those that need it.
  Schedule without(std::size_t i) const {
    Schedule left = current_.schedule;
    left[i].reset();
    for (const InitiativeId id : dependants_of(space_.model, static_cast<InitiativeId>(i))) left[index_of(id)].reset();
    return left;
  }

  void add_departures(std::vector<Schedule>& moves) const {
    for (std::size_t i = 0; i < current_.schedule.size(); ++i) {
      if (current_.schedule[i]) add_if_allowed(moves, without(i));
    }
  }

  void add_exchanges(std::vector<Schedule>& moves) const {
    for (std::size_t i = 0; i < current_.schedule.size(); ++i) {
      if (!current_.schedule[i]) continue;
      for (std::size_t j = 0; j < current_.schedule.size(); ++j) {
        if (current_.schedule[j]) continue;
        Schedule exchanged = without(i);
        for (std::size_t step = 1; step <= space_.problem.steps; ++step) {
          exchanged[j] = step;
          add_if_allowed(moves, exchanged);
        }
      }
    }
  }

  /// Something that is left out at every start, and what it needs at the earliest where it is not there yet.
  void add_arrivals(std::vector<Schedule>& moves) const {
    for (std::size_t i = 0; i < current_.schedule.size(); ++i) {
      if (current_.schedule[i]) continue;
      Schedule joined = current_.schedule;
      for (const InitiativeId need : prerequisites_of(space_.model, static_cast<InitiativeId>(i))) {
        if (!joined[index_of(need)]) joined[index_of(need)] = earliest_[index_of(need)];
      }
      for (std::size_t step = 1; step <= space_.problem.steps; ++step) {
        joined[i] = step;
        add_if_allowed(moves, joined);
      }
    }
  }

  const SearchSpace& space_;
  std::vector<std::size_t> earliest_;
  Candidate current_;
};

}  // namespace

std::vector<Candidate> moves_of(const SearchSpace& space, const Schedule& schedule, std::size_t initiative) {
  Schedule moved = schedule;
  std::vector<std::optional<std::size_t>> starts;
  for (std::size_t step = 0; step <= space.problem.steps; ++step) {
    moved[initiative] = step == 0 ? std::nullopt : std::optional(step);
    if (moved != schedule && keeps_all_rules(space.problem, moved)) starts.push_back(moved[initiative]);
  }
  std::vector<TrialValues> npv = space.simulator.npv_of_moves(schedule, initiative, starts);
  std::vector<Candidate> candidates;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    moved[initiative] = starts[k];
    candidates.push_back({moved, goal_of(space.model.limits.goal, npv[k]), std::move(npv[k])});
  }
  return candidates;
}

Candidate improve(const SearchSpace& space, const Schedule& start) {
  return Search(space, start).run();
}

}  // namespace wayworth::engine
