#include "engine/roadmap/stability.hpp"

#include <algorithm>

#include "engine/analysis/phases.hpp"
#include "engine/random/philox.hpp"
#include "engine/stats/replicates.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t resample_count = 200;
constexpr double nearly = 0.95;

/// Trials drawn with replacement.
std::vector<std::size_t> resample(PhiloxEngine& words, std::size_t trials) {
  std::vector<std::size_t> drawn(trials);
  for (std::size_t& trial : drawn) trial = static_cast<std::size_t>((std::uint64_t{words()} * trials) >> 32);
  return drawn;
}

double goal_in(const RoadmapGoal& goal, const TrialValues& npv, const std::vector<std::size_t>& drawn,
               TrialValues& values) {
  for (std::size_t k = 0; k < drawn.size(); ++k) values[k] = npv[drawn[k]];
  return goal_of(goal, values);
}

class Chooser {
public:
  Chooser(const RoadmapSearch& search, const Candidate& chosen)
      : search_(search), candidates_(search.pool().candidates()), chosen_(chosen) {
    const std::size_t phases = search.model().phases.size();
    result_.initiatives.assign(chosen.schedule.size(), {0.0, std::vector<double>(phases, 0.0), 0.0});
    result_.candidates = candidates_.size();
    result_.resamples = resample_count;
  }

  Stability run() {
    choose_in_resamples();
    choose_in_trials();
    return std::move(result_);
  }

private:
  std::size_t trials() const { return chosen_.npv.size(); }

  void choose_in_resamples() {
    PhiloxEngine words(search_.settings().seed);
    TrialValues values(trials());
    const double share = 1.0 / static_cast<double>(resample_count);
    for (std::size_t round = 0; round < resample_count; ++round) {
      const std::vector<std::size_t> drawn = resample(words, trials());
      const double of_chosen = goal_in(goal(), chosen_.npv, drawn, values);
      std::size_t best = 0;
      double greatest = 0.0;
      for (std::size_t k = 0; k < candidates_.size(); ++k) {
        const double value = goal_in(goal(), candidates_[k].npv, drawn, values);
        if (k == 0 || value > greatest) {
          best = k;
          greatest = value;
        }
      }
      if (of_chosen >= greatest) result_.chosen_is_best += share;
      count(of_chosen >= greatest ? chosen_.schedule : candidates_[best].schedule, share);
    }
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

  const RoadmapSearch& search_;
  const std::vector<Candidate>& candidates_;
  const Candidate& chosen_;
  Stability result_;
};

}  // namespace

Stability stability_of(const RoadmapSearch& search, const Candidate& chosen) {
  return Chooser(search, chosen).run();
}

Verdict verdict_on(const Membership& membership) {
  if (membership.in_resamples >= nearly) return Verdict::always;
  return membership.in_resamples <= 1.0 - nearly ? Verdict::never : Verdict::depends;
}

}  // namespace wayworth::engine
