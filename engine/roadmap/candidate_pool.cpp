#include "engine/roadmap/candidate_pool.hpp"

#include <algorithm>

namespace wayworth::engine {

void CandidatePool::add(const Schedule& schedule, double goal, const TrialValues& npv) {
  if (candidates_.size() == most_ && goal <= candidates_.back().goal) return;
  if (!known_.insert(schedule).second) return;
  const auto place =
      std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& other) { return other.goal < goal; });
  candidates_.insert(place, {schedule, goal, npv});
  if (candidates_.size() <= most_) return;
  known_.erase(candidates_.back().schedule);
  candidates_.pop_back();
}

}  // namespace wayworth::engine
