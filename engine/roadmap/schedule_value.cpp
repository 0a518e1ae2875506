#include "engine/roadmap/schedule_value.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "engine/roadmap/kept_columns.hpp"

namespace wayworth::engine {

namespace {

/// Figures that all own columns may keep (512 MB), and all parts: when there are more, all are forgotten. A search on
/// 1,024 trials keeps 90 MB for 20 initiatives with 25 starts each.
constexpr std::size_t most_kept_figures = std::size_t{1} << 26;

using Runners = tbb::enumerable_thread_specific<BlockRunner>;
using Parameters = std::vector<double>;

/// By initiative: its start, or -1 when it is left out.
using Starts = std::vector<double>;

Starts starts_of(const Members& initiatives, const Parameters& parameters) {
  Starts starts;
  for (const InitiativeId id : initiatives) {
    starts.push_back(parameters[active_parameter(id)] != 0.0 ? parameters[start_parameter(id)] : -1.0);
  }
  return starts;
}

bool contains(const Members& initiatives, InitiativeId id) {
  return std::binary_search(initiatives.begin(), initiatives.end(), id);
}

/// What a plan watches, each times its sign, added up.
void write_sum(const BlockRunner& runner, const Plan& plan, const std::vector<double>& signs, std::span<double> out) {
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t k = 0; k < signs.size(); ++k) {
    const Operand value = runner.value(plan.watched[k], plan.time.steps);
    const double sign = signs[k];
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += sign * (value.column ? value.column[i] : value.same);
  }
}

void add_to(TrialValues& sum, const TrialValues& values) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += values[i];
}

std::span<double> block_of(TrialValues& values, std::size_t block) {
  return {values.data() + block * schedule_block_size, trials_in_schedule_block(block, values.size())};
}

/// Evaluates every block of each job.
template <class Job>
void run_blocks(std::vector<Job>& jobs, std::size_t trials) {
  const std::size_t blocks = schedule_blocks_of(trials);
  tbb::parallel_for(std::size_t{0}, jobs.size() * blocks, [&](std::size_t k) { jobs[k / blocks].run(k % blocks); });
}

}  // namespace

std::vector<double> parameters_of(const Model& model, const Schedule& schedule) {
  std::vector<double> parameters(2 * schedule.size(), 0.0);
  for (std::size_t i = 0; i < schedule.size(); ++i) {
    if (!schedule[i]) continue;
    const auto id = static_cast<InitiativeId>(i);
    for (const Need& need : get(model, id).needs) {
      if (!schedule[index_of(need.initiative)]) throw std::invalid_argument("roadmap: a prerequisite is left out");
    }
    parameters[start_parameter(id)] = static_cast<double>(*schedule[i] - 1) * months_per_step(model.time);
    parameters[active_parameter(id)] = 1.0;
  }
  return parameters;
}

/// Columns that hang on few initiatives and that joint parts are made of.
class ScheduleValue::Own {
public:
  using Blocks = std::vector<KeptColumns>;

  Own(const PlanOfInitiatives& what, std::size_t trials)
      : initiatives_(what.initiatives), plan_(prepared(what.plan)), trials_(trials) {}

  [[nodiscard]] const Members& initiatives() const { return initiatives_; }
  [[nodiscard]] std::size_t kept_figures() const { return kept_figures_; }
  void forget() {
    known_.clear();
    kept_figures_ = 0;
  }

  /// Computes one block of what is not known yet.
  struct Job {
    Own* own;
    const Parameters* parameters;
    const StillValues* still;
    Blocks* blocks;

    void run(std::size_t block) const {
      BlockRunner& runner = own->runners_.local();
      runner.set_parameters(*parameters);
      runner.set_given(still->of_block(block));
      own->columns_.fill(runner, trials_in_schedule_block(block, own->trials_), fill_nothing, (*blocks)[block]);
      (*blocks)[block].values.shrink_to_fit();
    }
  };

  void add_job(const Parameters& parameters, const StillValues& still, std::vector<Job>& jobs) {
    const auto [place, is_new] = known_.try_emplace(starts_of(initiatives_, parameters));
    if (!is_new) return;
    place->second.resize(schedule_blocks_of(trials_));
    jobs.push_back({this, &parameters, &still, &place->second});
  }

  void count(const Blocks& blocks) {
    for (const KeptColumns& kept : blocks) kept_figures_ += kept.values.size() + kept.offsets.size() / 2;
  }

  [[nodiscard]] const Blocks& of(const Parameters& parameters) const {
    return known_.at(starts_of(initiatives_, parameters));
  }
  [[nodiscard]] BlockRunner::GivenColumn column(const KeptColumns& kept, std::size_t k) const {
    return columns_.column(kept, k);
  }

private:
  Members initiatives_;
  Plan plan_;
  std::size_t trials_;
  WatchedColumns columns_{plan_};
  Runners runners_{[this] { return BlockRunner(plan_, schedule_block_size); }};
  std::map<Starts, Blocks> known_;
  std::size_t kept_figures_ = 0;
};

/// A part that hangs on few initiatives.
class ScheduleValue::Alone {
public:
  Alone(const ValuePart& part, std::size_t trials)
      : initiatives_(part.what.initiatives), signs_(part.signs), plan_(prepared(part.what.plan)), trials_(trials) {}

  [[nodiscard]] std::size_t kept_figures() const { return known_.size() * trials_; }
  void forget() { known_.clear(); }

  struct Job {
    Alone* part;
    const Parameters* parameters;
    const StillValues* still;
    TrialValues* values;

    void run(std::size_t block) const {
      BlockRunner& runner = part->runners_.local();
      runner.set_parameters(*parameters);
      runner.set_given(still->of_block(block));
      const std::span<double> out = block_of(*values, block);
      runner.run(out.size(), fill_nothing, [](std::size_t) {});
      write_sum(runner, part->plan_, part->signs_, out);
    }
  };

  void add_job(const Parameters& parameters, const StillValues& still, std::vector<Job>& jobs) {
    const auto [place, is_new] = known_.try_emplace(starts_of(initiatives_, parameters));
    if (!is_new) return;
    place->second.resize(trials_);
    jobs.push_back({this, &parameters, &still, &place->second});
  }

  [[nodiscard]] const TrialValues& of(const Parameters& parameters) const {
    return known_.at(starts_of(initiatives_, parameters));
  }

private:
  Members initiatives_;
  std::vector<double> signs_;
  Plan plan_;
  std::size_t trials_;
  Runners runners_{[this] { return BlockRunner(plan_, schedule_block_size); }};
  std::map<Starts, TrialValues> known_;
};

/// A part that hangs on more initiatives than that. What it was worth for the last schedule is kept: it is the same for
/// all moves of an initiative that it does not hang on.
class ScheduleValue::Joint {
public:
  Joint(const ValuePlans& plans, const ValuePart& part, const OwnColumns& own, const StillValues& still)
      : plans_(plans), part_(part), own_(own), still_(still), plan_(prepared(part.what.plan)) {}

  [[nodiscard]] bool hangs_on(InitiativeId id) const { return contains(part_.what.initiatives, id); }

  const TrialValues& of(const Parameters& parameters, std::size_t trials) {
    Starts starts = starts_of(part_.what.initiatives, parameters);
    if (starts == last_starts_) return last_;
    last_.resize(trials);
    const std::vector<const Own::Blocks*> own = own_blocks(parameters);
    tbb::parallel_for(std::size_t{0}, schedule_blocks_of(trials), [&](std::size_t block) {
      BlockRunner& runner = runners_.local();
      runner.set_given(given(own, block));
      const std::span<double> out = block_of(last_, block);
      runner.run(out.size(), fill_nothing, [](std::size_t) {});
      write_sum(runner, plan_, part_.signs, out);
    });
    last_starts_ = std::move(starts);
    return last_;
  }

  /// Adds to `values` what it is worth for each of the parameters, which differ in one initiative.
  void add_moves(InitiativeId initiative, const std::vector<Parameters>& parameters, std::vector<TrialValues>& values) {
    std::unique_ptr<Move>& move = moves_[initiative];
    if (!move) move = std::make_unique<Move>(split_off(plans_, part_, initiative));
    std::vector<std::vector<const Own::Blocks*>> own;
    for (const Parameters& one : parameters) own.push_back(own_blocks(one));
    tbb::parallel_for(std::size_t{0}, schedule_blocks_of(values.front().size()),
                      [&](std::size_t block) { add_moves_of_block(*move, own, block, values); });
  }

private:
  struct Move {
    explicit Move(SplitPlan split)
        : first_between(split.first_given),
          others(prepared(std::move(split.still))),
          own(prepared(std::move(split.moving))) {}

    std::size_t first_between;
    Plan others;
    Plan own;
    WatchedColumns of_others{others};
    Runners others_runners{[this] { return BlockRunner(others, schedule_block_size); }};
    Runners own_runners{[this] { return BlockRunner(own, schedule_block_size); }};
  };

  /// By own column of the part: all its blocks.
  [[nodiscard]] std::vector<const Own::Blocks*> own_blocks(const Parameters& parameters) const {
    std::vector<const Own::Blocks*> found;
    for (const ValuePart::OwnColumn& column : part_.columns) found.push_back(&own_[column.own]->of(parameters));
    return found;
  }

  [[nodiscard]] Given given(const std::vector<const Own::Blocks*>& own, std::size_t block) const {
    Given columns = still_.of_block(block);
    for (std::size_t k = 0; k < own.size(); ++k) {
      const ValuePart::OwnColumn& column = part_.columns[k];
      columns.push_back(own_[column.own]->column((*own[k])[block], column.column));
    }
    return columns;
  }

  void add_moves_of_block(Move& move, const std::vector<std::vector<const Own::Blocks*>>& own, std::size_t block,
                          std::vector<TrialValues>& values) {
    std::array<double, schedule_block_size> buffer{};
    const std::span<double> sum(buffer.data(), trials_in_schedule_block(block, values.front().size()));
    KeptColumns& between = between_.local();
    BlockRunner& others = move.others_runners.local();
    others.set_given(given(own.front(), block));
    move.of_others.fill(others, sum.size(), fill_nothing, between);
    BlockRunner& runner = move.own_runners.local();
    for (std::size_t k = 0; k < own.size(); ++k) {
      Given columns = given(own[k], block);
      columns.resize(move.first_between);
      move.of_others.append_to(columns, between);
      runner.set_given(columns);
      runner.run(sum.size(), fill_nothing, [](std::size_t) {});
      write_sum(runner, move.own, part_.signs, sum);
      const std::span<double> out = block_of(values[k], block);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += sum[i];
    }
  }

  const ValuePlans& plans_;
  const ValuePart& part_;
  const OwnColumns& own_;
  const StillValues& still_;
  Plan plan_;
  Runners runners_{[this] { return BlockRunner(plan_, schedule_block_size); }};
  std::map<InitiativeId, std::unique_ptr<Move>> moves_;
  tbb::enumerable_thread_specific<KeptColumns> between_;  ///< of one block; here to keep its memory
  Starts last_starts_;
  TrialValues last_;
};

ScheduleValue::ScheduleValue(const Model& model, const DrawSettings& settings, std::size_t trials)
    : model_(model),
      trials_(trials),
      plans_(value_plans(model)),
      still_(std::make_unique<StillValues>(prepared(plans_.still), settings, trials)) {
  for (const PlanOfInitiatives& own : plans_.own) own_.push_back(std::make_unique<Own>(own, trials));
  for (const ValuePart& part : plans_.alone) alone_.push_back(std::make_unique<Alone>(part, trials));
  for (const ValuePart& part : plans_.joint) joint_.push_back(std::make_unique<Joint>(plans_, part, own_, *still_));
}

ScheduleValue::~ScheduleValue() = default;

/// Computes everything that is not known yet of what hangs on few initiatives.
void ScheduleValue::make_known(std::span<const Parameters> parameters) {
  const auto forget_if_too_much = [](auto& all) {
    std::size_t kept = 0;
    for (const auto& one : all) kept += one->kept_figures();
    if (kept <= most_kept_figures) return;
    for (const auto& one : all) one->forget();
  };
  forget_if_too_much(own_);
  forget_if_too_much(alone_);
  std::vector<Own::Job> columns;
  std::vector<Alone::Job> parts;
  for (const Parameters& one : parameters) {
    for (const auto& own : own_) own->add_job(one, *still_, columns);
    for (const auto& part : alone_) part->add_job(one, *still_, parts);
  }
  run_blocks(columns, trials_);
  run_blocks(parts, trials_);
  for (const Own::Job& job : columns) job.own->count(*job.blocks);
}

TrialValues ScheduleValue::of(const Schedule& schedule) {
  const Parameters parameters = parameters_of(model_, schedule);
  make_known({&parameters, 1});
  TrialValues sum(trials_, 0.0);
  for (const auto& part : alone_) add_to(sum, part->of(parameters));
  for (const auto& part : joint_) add_to(sum, part->of(parameters, trials_));
  return sum;
}

std::vector<TrialValues> ScheduleValue::of_moves(const Schedule& schedule, std::size_t initiative,
                                                 std::span<const std::optional<std::size_t>> starts) {
  if (starts.empty()) return {};
  const auto id = static_cast<InitiativeId>(initiative);
  std::vector<Parameters> parameters;
  Schedule moved = schedule;
  for (const auto& start : starts) {
    moved[initiative] = start;
    parameters.push_back(parameters_of(model_, moved));
  }
  make_known(parameters);
  TrialValues others(trials_, 0.0);
  for (const auto& part : joint_) {
    if (!part->hangs_on(id)) add_to(others, part->of(parameters.front(), trials_));
  }
  std::vector<TrialValues> values;
  for (const Parameters& one : parameters) {
    values.push_back(others);
    for (const auto& part : alone_) add_to(values.back(), part->of(one));
  }
  for (const auto& part : joint_) {
    if (part->hangs_on(id)) part->add_moves(id, parameters, values);
  }
  return values;
}

}  // namespace wayworth::engine
