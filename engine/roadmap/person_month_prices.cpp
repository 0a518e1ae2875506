#include "engine/roadmap/person_month_prices.hpp"

#include <map>
#include <utility>

#include "engine/roadmap/limits_analysis.hpp"

namespace wayworth::engine {

namespace {

/// A capacity that a schedule needs more of.
struct Shortage {
  std::size_t rule = 0;    ///< position in ScheduleProblem::rules
  std::size_t period = 0;  ///< row of that rule
  bool operator<(const Shortage& other) const { return std::pair(rule, period) < std::pair(other.rule, other.period); }
};

class PriceFinder {
public:
  PriceFinder(RoadmapSearch& search, const Candidate& chosen)
      : search_(search), problem_(search.problem()), chosen_(chosen) {}

  std::vector<PersonMonthPrice> run() {
    for_each_neighbour([this](const Schedule& schedule) { look_at(schedule); });
    std::vector<PersonMonthPrice> prices;
    for (auto& [shortage, candidate] : best_) {
      const Candidate better = searched_on(shortage, candidate.schedule);
      const std::size_t role = problem_.rules[shortage.rule].origin.index;
      prices.push_back(
          {static_cast<RoleId>(role), shortage.period, gain_over(search_, better, chosen_), better.schedule});
    }
    return prices;
  }

private:
  template <class Visit>
  void for_each_neighbour(Visit visit) const {
    const std::size_t count = chosen_.schedule.size();
    for (std::size_t i = 0; i < count; ++i) {
      Schedule moved = chosen_.schedule;
      moved[i].reset();
      if (chosen_.schedule[i]) visit(moved);
      for (std::size_t step = 1; step <= problem_.steps; ++step) {
        moved[i] = step;
        if (moved != chosen_.schedule) visit(moved);
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!chosen_.schedule[i]) continue;
      for (std::size_t j = 0; j < count; ++j) {
        Schedule changed = chosen_.schedule;
        if (changed[j]) {
          std::swap(changed[i], changed[j]);
          if (i < j) visit(changed);
          continue;
        }
        changed[i].reset();
        for (std::size_t step = 1; step <= problem_.steps; ++step) {
          changed[j] = step;
          visit(changed);
        }
      }
    }
  }

  /// The only period of the only rule that is broken, if that is a capacity by which one person-month is missing.
  [[nodiscard]] std::optional<Shortage> only_shortage(const Schedule& schedule) const {
    const std::vector<std::size_t> broken = broken_rules(problem_, schedule);
    if (broken.size() != 1 || problem_.rules[broken.front()].origin.kind != RuleOrigin::Kind::capacity) {
      return std::nullopt;
    }
    const auto& limit = std::get<LimitRule>(problem_.rules[broken.front()].what);
    std::vector<double> used(limit.bounds.size(), 0.0);
    for (std::size_t item = 0; item < schedule.size(); ++item) {
      if (!schedule[item]) continue;
      for (const LimitRule::Use& use : limit.uses[item][*schedule[item] - 1]) used[use.row] += use.amount;
    }
    std::optional<Shortage> found;
    for (std::size_t row = 0; row < used.size(); ++row) {
      const double missing = used[row] - limit.bounds[row];
      if (missing <= slack_of(limit.bounds[row])) continue;
      if (found || missing > 1.0 + slack_of(limit.bounds[row])) return std::nullopt;
      found = Shortage{broken.front(), row};
    }
    return found;
  }

  void look_at(const Schedule& schedule) {
    const std::optional<Shortage> shortage = only_shortage(schedule);
    if (!shortage) return;
    Candidate candidate{schedule, 0.0, search_.simulator().npv(schedule)};
    const RoadmapGoal& goal = search_.model().limits.goal;
    candidate.goal = goal_of(goal, candidate.npv);
    const auto known = best_.find(*shortage);
    if (known != best_.end() && known->second.goal >= candidate.goal) return;
    if (!is_better(goal, candidate.npv, chosen_.npv, search_.replicates())) return;
    if (search_.chance().are_kept(schedule)) best_[*shortage] = std::move(candidate);
  }

  [[nodiscard]] Candidate searched_on(const Shortage& shortage, const Schedule& from) const {
    ScheduleProblem wider = problem_;
    std::get<LimitRule>(wider.rules[shortage.rule].what).bounds[shortage.period] += 1.0;
    CandidatePool pool(1);
    return improve({search_.model(), wider, search_.simulator(), search_.chance(), pool, search_.settings().is_stopped},
                   from);
  }

  RoadmapSearch& search_;
  const ScheduleProblem& problem_;
  const Candidate& chosen_;
  std::map<Shortage, Candidate> best_;  ///< for each shortage the best schedule that has no other
};

}  // namespace

std::vector<PersonMonthPrice> person_month_prices(RoadmapSearch& search, const Candidate& chosen) {
  return PriceFinder(search, chosen).run();
}

}  // namespace wayworth::engine
