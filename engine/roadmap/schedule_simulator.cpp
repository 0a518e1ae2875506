#include "engine/roadmap/schedule_simulator.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "engine/plan/compile_schedules.hpp"
#include "engine/roadmap/kept_columns.hpp"

namespace wayworth::engine {

namespace {

void check_finite(const TrialValues& values) {
  const auto wrong = std::find_if(values.begin(), values.end(), [](double value) { return !std::isfinite(value); });
  if (wrong == values.end()) return;
  const auto trial = static_cast<std::uint64_t>(wrong - values.begin());
  throw TrialFailure(fmt::format("NPV is {} in trial {} of a roadmap", *wrong, trial + 1), trial);
}

}  // namespace

/// The plan of what limits are held against, ready to be run again and again.
class ScheduleSimulator::Limits {
public:
  Limits(const Model& model, const DrawSettings& settings, std::size_t trials)
      : Limits(split_parameters(compile_limits_of_schedules(model)), settings, trials) {}

  /// \param results  one column for each watched value
  void run(const std::vector<double>& parameters, const std::vector<double*>& results) {
    tbb::parallel_for(std::size_t{0}, schedule_blocks_of(trials_), [&](std::size_t block) {
      BlockRunner& runner = runners_.local();
      runner.set_parameters(parameters);
      runner.set_given(still_.of_block(block));
      const std::size_t trials = trials_in_schedule_block(block, trials_);
      runner.run(trials, fill_nothing, [](std::size_t) {});
      for (std::size_t k = 0; k < results.size(); ++k) {
        copy(runner.value(moving_.watched[k], moving_.time.steps), trials, results[k] + block * schedule_block_size);
      }
    });
  }

private:
  Limits(SplitPlan split, const DrawSettings& settings, std::size_t trials)
      : trials_(trials),
        still_(prepared(std::move(split.still)), settings, trials),
        moving_(prepared(std::move(split.moving))),
        runners_([this] { return BlockRunner(moving_, schedule_block_size); }) {}

  std::size_t trials_;
  StillValues still_;
  Plan moving_;
  tbb::enumerable_thread_specific<BlockRunner> runners_;
};

ScheduleSimulator::ScheduleSimulator(const Model& model, const DrawSettings& settings)
    : model_(model),
      trials_(static_cast<std::size_t>(settings.replicates.trials())),
      replicates_(static_cast<std::size_t>(settings.replicates.count)),
      settings_(settings) {}

ScheduleSimulator::~ScheduleSimulator() = default;

ScheduleValue& ScheduleSimulator::value() {
  if (!value_) value_ = std::make_unique<ScheduleValue>(model_, settings_, trials_);
  return *value_;
}

TrialValues ScheduleSimulator::npv(const Schedule& schedule) {
  TrialValues values = value().of(schedule);
  check_finite(values);
  return values;
}

std::vector<TrialValues> ScheduleSimulator::npv_of_moves(const Schedule& schedule, std::size_t initiative,
                                                         std::span<const std::optional<std::size_t>> starts) {
  std::vector<TrialValues> values = value().of_moves(schedule, initiative, starts);
  for (const TrialValues& one : values) check_finite(one);
  return values;
}

ScheduleLimits ScheduleSimulator::limits(const Schedule& schedule) {
  const std::vector<double> parameters = parameters_of(model_, schedule);
  if (!limits_) limits_ = std::make_unique<Limits>(model_, settings_, trials_);
  const std::size_t roles = model_.limits.roles.size();
  const std::vector<TrialValues> by_role(roles, TrialValues(trials_));
  ScheduleLimits limits;
  limits.one_off_costs.assign(schedule.size(), TrialValues(trials_));
  limits.lowest_cash.resize(trials_);
  limits.effort.assign(roles, std::vector<TrialValues>(capacity_periods(model_), TrialValues(trials_)));
  limits.duration.assign(schedule.size(), TrialValues(trials_));
  limits.ramp.assign(schedule.size(), TrialValues(trials_));
  limits.person_months.assign(schedule.size(), by_role);
  std::vector<double*> results;  // in the order in which the plan watches them
  const auto add = [&](std::vector<TrialValues>& columns) {
    for (TrialValues& column : columns) results.push_back(column.data());
  };
  add(limits.one_off_costs);
  results.push_back(limits.lowest_cash.data());
  for (auto& role : limits.effort) add(role);
  add(limits.duration);
  add(limits.ramp);
  for (auto& initiative : limits.person_months) add(initiative);
  limits_->run(parameters, results);
  return limits;
}

}  // namespace wayworth::engine
