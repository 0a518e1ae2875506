#pragma once

#include <set>
#include <vector>

#include "engine/roadmap/schedule_simulator.hpp"

namespace wayworth::engine {

/// A schedule that keeps all rules, and what it is worth in every trial.
struct Candidate {
  Schedule schedule;
  double goal = 0.0;  ///< greater is better
  TrialValues npv;
};

/// The best schedules that a search has seen, each once.
class CandidatePool {
public:
  explicit CandidatePool(std::size_t most) : most_(most) {}

  /// Keeps the candidate unless it is known or there are `most` better ones; then the worst one goes.
  void add(const Schedule& schedule, double goal, const TrialValues& npv);

  /// Best first.
  [[nodiscard]] const std::vector<Candidate>& candidates() const { return candidates_; }

private:
  std::size_t most_;
  std::set<Schedule> known_;
  std::vector<Candidate> candidates_;
};

}  // namespace wayworth::engine
