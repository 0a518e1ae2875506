#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/execute/input_draws.hpp"
#include "engine/plan/value_plans.hpp"
#include "engine/roadmap/schedule_problem.hpp"

namespace wayworth::engine {

class StillValues;

/// One value per trial.
using TrialValues = std::vector<double>;

/// The parameters of the plans of any schedule (start_parameter, active_parameter).
/// \throws std::invalid_argument when a prerequisite is left out
std::vector<double> parameters_of(const Model& model, const Schedule& schedule);

/// The net present value of any schedule of a model, trial by trial, from its parts (value_plans). What a part is worth
/// for the starts of its initiatives is kept, and so are the columns that parts are made of; so a schedule takes only
/// the work that no schedule before has done.
class ScheduleValue {
public:
  ScheduleValue(const Model& model, const DrawSettings& settings, std::size_t trials);
  ~ScheduleValue();

  TrialValues of(const Schedule& schedule);

  /// Of schedules that differ in one initiative only: entry k has `starts[k]` in its place. What the others bring is
  /// computed once. The figures may differ from of() by rounding.
  std::vector<TrialValues> of_moves(const Schedule& schedule, std::size_t initiative,
                                    std::span<const std::optional<std::size_t>> starts);

private:
  class Own;
  class Alone;
  class Joint;
  using Parameters = std::vector<double>;
  using OwnColumns = std::vector<std::unique_ptr<Own>>;

  void make_known(std::span<const Parameters> parameters);

  const Model& model_;
  std::size_t trials_;
  ValuePlans plans_;
  std::unique_ptr<StillValues> still_;
  OwnColumns own_;
  std::vector<std::unique_ptr<Alone>> alone_;
  std::vector<std::unique_ptr<Joint>> joint_;
};

}  // namespace wayworth::engine
