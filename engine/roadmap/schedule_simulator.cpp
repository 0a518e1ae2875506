#include "engine/roadmap/schedule_simulator.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/execute/simulate.hpp"
#include "engine/plan/case_values.hpp"
#include "engine/plan/compile.hpp"

namespace wayworth::engine {

namespace {

constexpr std::size_t block_size = default_block_size;

using Given = std::vector<BlockRunner::GivenColumn>;

std::size_t blocks_of(std::size_t trials) {
  return (trials + block_size - 1) / block_size;
}

std::size_t trials_in(std::size_t block, std::size_t trials) {
  return std::min(block_size, trials - block * block_size);
}

/// The watched values of a plan in one block of trials: of what changes from step to step, a column for each step in
/// which it moves.
struct KeptColumns {
  std::vector<double> values;
  std::vector<std::uint32_t> offsets;  ///< by watched value and step: where its column begins
  std::vector<std::uint64_t> moves;    ///< by watched value: the steps in which it moves
};

/// Keeps what a plan watches, and gives it to another plan.
class WatchedColumns {
public:
  explicit WatchedColumns(const Plan& plan)
      : plan_(plan), steps_(plan.time.steps), words_(words_for(plan.time.steps)) {}

  /// Runs the plan for a block and keeps what it watches.
  void fill(BlockRunner& runner, std::size_t trials, const BlockRunner::FillInput& fill_input,
            KeptColumns& kept) const {
    kept.values.clear();
    kept.offsets.assign(plan_.watched.size() * steps_, 0);
    kept.moves.assign(plan_.watched.size() * words_, 0);
    runner.run(trials, fill_input, [&](std::size_t step) {
      for (std::size_t k = 0; k < plan_.watched.size(); ++k) {
        if (changes(k)) keep_step(runner, trials, k, step, kept);
      }
    });
    for (std::size_t k = 0; k < plan_.watched.size(); ++k) {
      if (changes(k)) {
        const StepBits moves = runner.moves(plan_.watched[k]);
        std::copy(moves.begin(), moves.end(), kept.moves.begin() + static_cast<std::ptrdiff_t>(k * words_));
      } else {
        const std::uint32_t offset = append(runner.value(plan_.watched[k], steps_), trials, kept);
        std::fill_n(kept.offsets.begin() + static_cast<std::ptrdiff_t>(k * steps_), steps_, offset);
      }
    }
  }

  /// Appends where the columns lie.
  void append_to(Given& given, const KeptColumns& kept) const {
    for (std::size_t k = 0; k < plan_.watched.size(); ++k) {
      given.push_back(
          {kept.values.data(), kept.offsets.data() + k * steps_, StepBits(kept.moves).subspan(k * words_, words_)});
    }
  }

private:
  [[nodiscard]] bool changes(std::size_t k) const {
    return plan_[plan_.watched[k]].variation == Variation::by_trial_and_step;
  }

  void keep_step(const BlockRunner& runner, std::size_t trials, std::size_t k, std::size_t step,
                 KeptColumns& kept) const {
    const NodeId id = plan_.watched[k];
    std::uint32_t* const offset = kept.offsets.data() + k * steps_ + step - 1;
    const bool moves = step == 1 || contains(runner.moves(id), step);
    *offset = moves ? append(runner.value(id, step), trials, kept) : offset[-1];
  }

  static std::uint32_t append(Operand column, std::size_t trials, KeptColumns& kept) {
    const std::size_t offset = kept.values.size();
    kept.values.resize(offset + trials);
    copy(column, trials, kept.values.data() + offset);
    return static_cast<std::uint32_t>(offset);
  }

  const Plan& plan_;
  std::size_t steps_;
  std::size_t words_;
};

/// What does not hang on any parameter, computed once for all trials and kept.
class StillValues {
public:
  StillValues(Plan plan, const DrawSettings& settings, std::size_t trials)
      : plan_(std::move(plan)), columns_(plan_), kept_(blocks_of(trials)) {
    InputDraws draws(plan_.inputs, plan_.correlations, settings);
    tbb::enumerable_thread_specific<BlockRunner> runners([&] { return BlockRunner(plan_, block_size); });
    tbb::enumerable_thread_specific<ScoreCache> scores;
    tbb::parallel_for(std::size_t{0}, blocks_of(trials), [&](std::size_t block) {
      const auto fill = [&](std::size_t input, std::span<double> values) {
        draws.fill(input, block * block_size, values, scores.local());
      };
      columns_.fill(runners.local(), trials_in(block, trials), fill, kept_[block]);
      kept_[block].values.shrink_to_fit();
    });
  }

  [[nodiscard]] Given of_block(std::size_t block) const {
    Given given;
    columns_.append_to(given, kept_[block]);
    return given;
  }

private:
  Plan plan_;
  WatchedColumns columns_;
  std::vector<KeptColumns> kept_;  ///< by block
};

Plan prepared(Plan plan) {
  prepare_to_run(plan);
  return plan;
}

void fill_nothing(std::size_t /*input*/, std::span<double> /*values*/) {}

void check_finite(const TrialValues& values) {
  const auto wrong = std::find_if(values.begin(), values.end(), [](double value) { return !std::isfinite(value); });
  if (wrong == values.end()) return;
  const auto trial = static_cast<std::uint64_t>(wrong - values.begin());
  throw TrialFailure(fmt::format("NPV is {} in trial {} of a roadmap", *wrong, trial + 1), trial);
}

}  // namespace

/// A plan of any schedule, ready to be run again and again.
class ScheduleSimulator::Stage {
public:
  Stage(const Plan& plan, std::size_t parameters, const DrawSettings& settings, std::size_t trials)
      : Stage(split(plan, std::vector<bool>(parameters, true)), settings, trials) {}

  /// \param results  one column for each watched value
  void run(const std::vector<double>& parameters, const std::vector<double*>& results) {
    tbb::parallel_for(std::size_t{0}, blocks_of(trials_), [&](std::size_t block) {
      BlockRunner& runner = runners_.local();
      runner.set_parameters(parameters);
      runner.set_given(still_.of_block(block));
      const std::size_t trials = trials_in(block, trials_);
      runner.run(trials, fill_nothing, [](std::size_t) {});
      for (std::size_t k = 0; k < results.size(); ++k) {
        copy(runner.value(moving_.watched[k], moving_.time.steps), trials, results[k] + block * block_size);
      }
    });
  }

private:
  Stage(SplitPlan split, const DrawSettings& settings, std::size_t trials)
      : trials_(trials),
        still_(prepared(std::move(split.still)), settings, trials),
        moving_(prepared(std::move(split.moving))),
        runners_([this] { return BlockRunner(moving_, block_size); }) {}

  std::size_t trials_;
  StillValues still_;
  Plan moving_;
  tbb::enumerable_thread_specific<BlockRunner> runners_;
};

/// Plans for schedules that differ in one initiative: what hangs on no parameter is kept for all trials, what hangs on
/// the others is computed once for each block, what hangs on this one for each of its starts.
struct ScheduleSimulator::Move {
  Move(const Plan& plan, std::size_t parameters, InitiativeId initiative, const DrawSettings& settings,
       std::size_t trials)
      : Move(split(plan, std::vector<bool>(parameters, true)), parameters, initiative, settings, trials) {}

  using Runners = tbb::enumerable_thread_specific<BlockRunner>;

  StillValues still;
  Plan others;
  Plan own;
  WatchedColumns of_others{others};
  Runners others_runners{[this] { return BlockRunner(others, block_size); }};
  Runners own_runners{[this] { return BlockRunner(own, block_size); }};

private:
  static SplitPlan split_own(const Plan& moving, std::size_t parameters, InitiativeId initiative) {
    std::vector<bool> moves(parameters, false);
    moves[start_parameter(initiative)] = true;
    moves[active_parameter(initiative)] = true;
    return split(moving, moves);
  }

  Move(SplitPlan first, std::size_t parameters, InitiativeId initiative, const DrawSettings& settings,
       std::size_t trials)
      : Move(std::move(first.still), split_own(first.moving, parameters, initiative), settings, trials) {}

  Move(Plan still_plan, SplitPlan second, const DrawSettings& settings, std::size_t trials)
      : still(prepared(std::move(still_plan)), settings, trials),
        others(prepared(std::move(second.still))),
        own(prepared(std::move(second.moving))) {}
};

ScheduleSimulator::ScheduleSimulator(const Model& model, const DrawSettings& settings)
    : model_(model),
      trials_(static_cast<std::size_t>(settings.replicates.trials())),
      replicates_(static_cast<std::size_t>(settings.replicates.count)),
      settings_(settings) {}

ScheduleSimulator::~ScheduleSimulator() = default;

std::vector<double> ScheduleSimulator::parameters_of(const Schedule& schedule) const {
  std::vector<double> parameters(2 * schedule.size(), 0.0);
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (!schedule[i]) continue;
    const auto id = static_cast<InitiativeId>(i);
    for (const Need& need : get(model_, id).needs) {
      if (!schedule[index_of(need.initiative)]) throw std::invalid_argument("roadmap: a prerequisite is left out");
    }
    parameters[start_parameter(id)] = static_cast<double>(*schedule[i] - 1) * months_per_step(model_.time);
    parameters[active_parameter(id)] = 1.0;
  }
  return parameters;
}

TrialValues ScheduleSimulator::npv(const Schedule& schedule) {
  const std::vector<double> parameters = parameters_of(schedule);
  if (!value_) {
    value_ = std::make_unique<Stage>(compile_value_of_schedules(model_), parameters.size(), settings_, trials_);
  }
  TrialValues values(trials_);
  value_->run(parameters, {values.data()});
  check_finite(values);
  return values;
}

ScheduleSimulator::Move& ScheduleSimulator::move_of(std::size_t initiative) {
  std::unique_ptr<Move>& move = moves_[initiative];
  const auto id = static_cast<InitiativeId>(initiative);
  if (!move) {
    move = std::make_unique<Move>(compile_value_of_schedules(model_, id), 2 * model_.initiatives.size(), id, settings_,
                                  trials_);
  }
  return *move;
}

std::vector<TrialValues> ScheduleSimulator::npv_of_moves(const Schedule& schedule, std::size_t initiative,
                                                         std::span<const std::optional<std::size_t>> starts) {
  std::vector<std::vector<double>> parameters;
  Schedule moved = schedule;
  for (const auto& start : starts) {
    moved[initiative] = start;
    parameters.push_back(parameters_of(moved));
  }
  std::vector<TrialValues> values(starts.size(), TrialValues(trials_));
  if (starts.empty()) return values;
  Move& move = move_of(initiative);
  tbb::parallel_for(std::size_t{0}, blocks_of(trials_), [&](std::size_t block) {
    BlockRunner& others = move.others_runners.local();
    BlockRunner& own = move.own_runners.local();
    KeptColumns between;
    const std::size_t trials = trials_in(block, trials_);
    Given given = move.still.of_block(block);
    others.set_parameters(parameters.front());
    others.set_given(given);
    move.of_others.fill(others, trials, fill_nothing, between);
    move.of_others.append_to(given, between);
    own.set_given(given);
    for (std::size_t k = 0; k < starts.size(); ++k) {
      own.set_parameters(parameters[k]);
      own.run(trials, fill_nothing, [](std::size_t) {});
      copy(own.value(move.own.watched.front(), move.own.time.steps), trials, values[k].data() + block * block_size);
    }
  });
  for (const TrialValues& one : values) check_finite(one);
  return values;
}

ScheduleLimits ScheduleSimulator::limits(const Schedule& schedule) {
  const std::vector<double> parameters = parameters_of(schedule);
  if (!limits_) {
    limits_ = std::make_unique<Stage>(compile_limits_of_schedules(model_), parameters.size(), settings_, trials_);
  }
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
