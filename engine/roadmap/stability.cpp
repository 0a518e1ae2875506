#include "engine/roadmap/stability.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/analysis/phases.hpp"
#include "engine/random/philox.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t resample_count = 200;
constexpr double nearly = 0.95;
/// Roadmaps whose neighbours are simulated: each takes about as long as a round of the search.
constexpr std::size_t most_neighbourhoods = 8;

/// Trials drawn with replacement.
class Resample {
public:
  Resample(PhiloxEngine& words, std::size_t trials) : drawn_(trials), weights_(trials, 0.0), values_(trials) {
    for (std::size_t& trial : drawn_) {
      trial = static_cast<std::size_t>((std::uint64_t{words()} * trials) >> 32);
      weights_[trial] += 1.0 / static_cast<double>(trials);
    }
  }

  double goal_of(const RoadmapGoal& goal, const TrialValues& npv) {
    if (goal.kind == RoadmapGoal::Kind::mean) return std::inner_product(npv.begin(), npv.end(), weights_.begin(), 0.0);
    for (std::size_t k = 0; k < drawn_.size(); ++k) values_[k] = npv[drawn_[k]];
    return engine::goal_of(goal, values_);
  }

private:
  std::vector<std::size_t> drawn_;
  std::vector<double> weights_;
  TrialValues values_;
};

class Chooser {
public:
  Chooser(RoadmapSearch& search, const Candidate& chosen)
      : search_(search), candidates_(search.pool().candidates()), chosen_(chosen) {
    const std::size_t phases = search.model().phases.size();
    result_.initiatives.assign(chosen.schedule.size(), {0.0, std::vector<double>(phases, 0.0), 0.0});
    result_.candidates = candidates_.size();
    result_.resamples = resample_count;
  }

  Stability run() {
    solve_resamples();
    choose_in_trials();
    return std::move(result_);
  }

private:
  std::size_t trials() const { return chosen_.npv.size(); }

  void solve_resamples() {
    PhiloxEngine words(search_.settings().seed);
    const double share = 1.0 / static_cast<double>(resample_count);
    for (std::size_t round = 0; round < resample_count; ++round) {
      Resample resample(words, trials());
      const BestOnes best = solved(resample, share);
      if (best.front() == &chosen_) result_.chosen_is_best += share;
      if (best.size() > 1) result_.tied += share;
      for (const Candidate* const one : best) count(one->schedule, share / static_cast<double>(best.size()));
    }
  }

  /// The chosen one first if it is among them.
  using BestOnes = std::vector<const Candidate*>;

  BestOnes solved(Resample& resample, double share) {
    BestOnes best = {&chosen_};
    double greatest = resample.goal_of(goal(), chosen_.npv);
    for (const Candidate& candidate : candidates_) compare(candidate, resample, best, greatest);
    while (const std::vector<Candidate>* const neighbours = neighbours_of(best.front()->schedule)) {
      const Candidate* const before = best.front();
      for (const Candidate& candidate : *neighbours) compare(candidate, resample, best, greatest);
      if (best.front() == before) return best;
    }
    result_.cut_short += share;
    return best;
  }

  void compare(const Candidate& candidate, Resample& resample, BestOnes& best, double& greatest) {
    const double value = resample.goal_of(goal(), candidate.npv);
    const double slack = slack_of(greatest);
    const auto is_known = [&] {
      return std::any_of(best.begin(), best.end(),
                         [&](const Candidate* one) { return one->schedule == candidate.schedule; });
    };
    if (value < greatest - slack || is_known() || !keeps_chance_limits(candidate.schedule)) return;
    if (value > greatest + slack) {
      best.clear();
      greatest = value;
    }
    best.push_back(&candidate);
  }

  bool keeps_chance_limits(const Schedule& schedule) {
    if (!search_.chance().exist()) return true;
    const auto [place, is_new] = keeps_chance_limits_.try_emplace(schedule, false);
    if (is_new) place->second = search_.chance().are_kept(schedule);
    return place->second;
  }

  /// Nothing when they are not known and there are many already.
  const std::vector<Candidate>* neighbours_of(const Schedule& schedule) {
    const auto known = neighbours_.find(schedule);
    if (known != neighbours_.end()) return &known->second;
    if (neighbours_.size() == most_neighbourhoods) return nullptr;
    return &neighbours_.emplace(schedule, search_.neighbours_of(schedule)).first->second;
  }

  const RoadmapGoal& goal() const { return search_.model().limits.goal; }

  void count(const Schedule& schedule, double share) {
    for (std::size_t i = 0; i < schedule.size(); ++i) {
      if (!schedule[i]) continue;
      Membership& membership = result_.initiatives[i];
      membership.in_resamples += share;
      const auto phase = phase_of(search_.model().phases, *schedule[i]);
      if (phase) membership.in_phase[*phase] += share;
    }
  }

  void choose_in_trials() {
    const double share = 1.0 / static_cast<double>(trials());
    TrialValues regret(trials(), 0.0);
    for (std::size_t trial = 0; trial < trials(); ++trial) {
      const Candidate* best = &chosen_;
      for (const Candidate& candidate : candidates_) {
        if (candidate.npv[trial] > best->npv[trial]) best = &candidate;
      }
      regret[trial] = best->npv[trial] - chosen_.npv[trial];
      for (std::size_t i = 0; i < best->schedule.size(); ++i) {
        if (best->schedule[i]) result_.initiatives[i].in_best_of_trial += share;
      }
    }
    const std::size_t replicates = search_.replicates();
    result_.expected_regret = mean_estimate(regret, replicates);
  }

  RoadmapSearch& search_;
  const std::vector<Candidate>& candidates_;
  const Candidate& chosen_;
  std::map<Schedule, std::vector<Candidate>> neighbours_;  ///< one move away; what was simulated serves all resamples
  std::map<Schedule, bool> keeps_chance_limits_;
  Stability result_;
};

}  // namespace

Stability stability_of(RoadmapSearch& search, const Candidate& chosen) {
  return Chooser(search, chosen).run();
}

Verdict verdict_on(const Membership& membership) {
  if (membership.in_resamples >= nearly) return Verdict::always;
  return membership.in_resamples <= 1.0 - nearly ? Verdict::never : Verdict::depends;
}

}  // namespace wayworth::engine
