#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/execute/input_draws.hpp"
#include "engine/model/model.hpp"
#include "engine/roadmap/schedule_problem.hpp"
#include "engine/roadmap/schedule_value.hpp"

namespace wayworth::engine {

/// What limits are held against, of one schedule, trial by trial.
struct ScheduleLimits {
  std::vector<TrialValues> one_off_costs;               ///< by initiative, undiscounted; 0 when it is left out
  TrialValues lowest_cash;                              ///< least cumulative net cash, undiscounted; at most 0
  std::vector<std::vector<TrialValues>> effort;         ///< [role][period]: person-months
  std::vector<TrialValues> duration;                    ///< by initiative: months of its implementation
  std::vector<TrialValues> ramp;                        ///< by initiative: months from go-live to the full effect
  std::vector<std::vector<TrialValues>> person_months;  ///< [initiative][role], in all
};

/// Evaluates roadmaps of one model on one set of draws, which is made once: two schedules meet the same luck, and what
/// no schedule changes is computed once. The figures are those that simulate() gives for an option with these starts.
/// A schedule has one entry for each initiative of the model, and with an initiative all that it needs. Uses all
/// processors; the figures do not depend on how many there are.
class ScheduleSimulator {
public:
  /// \throws InputError when trials are out of the range that simulate() takes
  ScheduleSimulator(const Model& model, const DrawSettings& settings);
  ~ScheduleSimulator();
  ScheduleSimulator(const ScheduleSimulator&) = delete;
  ScheduleSimulator& operator=(const ScheduleSimulator&) = delete;

  [[nodiscard]] std::size_t trials() const { return trials_; }
  [[nodiscard]] std::size_t replicates() const { return replicates_; }

  /// Net present value of the programme.
  TrialValues npv(const Schedule& schedule);

  /// The same for schedules that differ in one initiative only: entry k has `starts[k]` in its place. What the others
  /// bring is computed once; the figures may differ from npv() by rounding.
  std::vector<TrialValues> npv_of_moves(const Schedule& schedule, std::size_t initiative,
                                        std::span<const std::optional<std::size_t>> starts);

  ScheduleLimits limits(const Schedule& schedule);

private:
  class Limits;

  ScheduleValue& value();

  const Model& model_;
  std::size_t trials_ = 0;
  std::size_t replicates_ = 1;
  DrawSettings settings_;
  std::unique_ptr<ScheduleValue> value_;
  std::unique_ptr<Limits> limits_;
};

}  // namespace wayworth::engine
