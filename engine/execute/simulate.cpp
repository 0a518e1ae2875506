#include "engine/execute/simulate.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

#include "engine/core/input_error.hpp"
#include "engine/core/version.hpp"
#include "engine/execute/block_runner.hpp"
#include "engine/execute/column_bounds.hpp"
#include "engine/execute/column_tallies.hpp"
#include "engine/execute/long_columns.hpp"
#include "engine/execute/progress.hpp"
#include "engine/execute/value_at_point.hpp"
#include "engine/random/stream.hpp"

namespace wayworth::engine {

namespace {

bool may_be_infinite(Measure measure) {
  return measure == Measure::payback || measure == Measure::discounted_payback;
}
bool may_be_undefined(Measure measure) {
  return measure == Measure::roi || measure == Measure::benefit_cost_ratio;
}

bool is_permitted(Measure measure, double value) {
  if (std::isfinite(value)) return true;
  return std::isnan(value) ? may_be_undefined(measure) : may_be_infinite(measure);
}

/// The moments of every flow in every step, over some trials. Entry 0 of a flow is the very start.
class FlowMoments {
public:
  explicit FlowMoments(const Plan& plan) : entries_(plan.time.steps + 1), moments_(plan.flows.size() * entries_) {}

  Moments& at(std::size_t flow, std::size_t entry) { return moments_[flow * entries_ + entry]; }

  void merge(const FlowMoments& next) {
    for (std::size_t i = 0; i < moments_.size(); ++i) moments_[i].merge(next.moments_[i]);
  }

private:
  std::size_t entries_;
  std::vector<Moments> moments_;
};

/// Moments are kept for no more groups of batches than that, however long the run.
constexpr std::size_t most_groups = 256;

/// Flows are summed by so many trials, and these merged in order: the same bits for blocks of one or more of them.
constexpr std::size_t trials_summed_together = default_block_size;

/// How many trials' columns fit into memory: all, or whole batches.
std::size_t trials_to_keep(const Plan& plan, std::size_t trials, std::uint64_t most_bytes) {
  const std::uint64_t fit = trials_that_fit(plan, most_bytes);
  if (fit >= trials) return trials;
  return std::min<std::size_t>(trials, std::max<std::uint64_t>(fit / batch_size, least_kept_batches) * batch_size);
}

/// What one run needs besides the plan; filled batch by batch, each group of batches in places of its own.
class Simulation {
public:
  using DrawInput = std::function<void(std::size_t input, std::uint64_t first_trial, std::span<double> values,
                                       RunInputs::Cache& cache)>;

  Simulation(const Plan& plan, const Replicates& replicates, const RunSettings& settings, DrawInput draw)
      : plan_(plan),
        trials_(replicates.trials()),
        kept_(trials_to_keep(plan, trials_, settings.most_kept_bytes)),
        draw_(std::move(draw)),
        failures_(group_count()) {
    make_columns(settings.threads);
    clamped_steps_.assign(plan.clamps.size(), std::vector<double>(group_count(), 0.0));
    flow_moments_.assign(group_count(), FlowMoments(plan));
    if (kept_ < trials_) tallies_.emplace(plan.outputs.size() + plan.segment_figures.size(), group_count(), replicates);
  }

  std::size_t batch_count() const { return (trials_ + batch_size - 1) / batch_size; }
  /// Groups of batches that one thread works one after the other.
  std::size_t group_count() const { return std::min(batch_count(), most_groups); }
  /// Of a group the first batch; of group_count() the end of all.
  std::size_t first_batch(std::size_t group) const { return group * batch_count() / group_count(); }

  /// What a thread keeps for itself.
  struct Worker {
    BlockRunner runner;
    /// By flow and part of the block that is run, the parts that are summed together: in the last step in which it
    /// moved.
    std::vector<Moments> flows_in_step;
    RunInputs::Cache cache{};
  };

  Worker make_worker(std::size_t block_size, Stillness stillness) const {
    return {BlockRunner(plan_, block_size, stillness), std::vector<Moments>(plan_.flows.size() * parts_of(block_size))};
  }

  void run_batch(Worker& worker, std::size_t group, std::size_t batch, std::size_t block_size) {
    const std::size_t end = std::min(trials_, (batch + 1) * batch_size);
    for (std::size_t first = batch * batch_size; first < end; first += block_size) {
      run_block(worker, group, first, std::min(block_size, end - first));
    }
  }

  /// \throws TrialFailure for the first trial of all that failed
  Results finish() {
    for (const auto& failure : failures_) {
      if (failure) throw TrialFailure(failure->message, failure->trial);
    }
    for (std::size_t group = 1; group < group_count(); ++group) flow_moments_[0].merge(flow_moments_[group]);
    for (std::size_t i = 0; i < plan_.flows.size(); ++i) {
      FlowSeries series{plan_.flows[i].subject, plan_.flows[i].line, {}};
      for (std::size_t entry = 0; entry <= plan_.time.steps; ++entry) {
        series.steps.push_back(flow_moments_[0].at(i, entry));
      }
      results_.flows.push_back(std::move(series));
    }
    const double trial_steps = static_cast<double>(trials_) * static_cast<double>(plan_.time.steps);
    for (std::size_t i = 0; i < plan_.clamps.size(); ++i) {
      double steps = 0.0;
      for (const double in_group : clamped_steps_[i]) steps += in_group;
      results_.clamps.push_back({plan_.clamps[i].driver, steps / trial_steps});
    }
    if (tallies_) take_totals();
    return std::move(results_);
  }

private:
  struct Failure {
    std::uint64_t trial;
    std::string message;
  };

  void make_columns(std::size_t threads) {
    for (const PlanOutput& output : plan_.outputs) results_.columns.push_back({output.subject, output.measure, {}});
    for (const PlanSegmentFigure& one : plan_.segment_figures) {
      results_.segments.push_back({one.segment, one.figure, {}});
    }
    for (const PlanFlow& flow : plan_.kept_flows) {
      results_.kept_flows.push_back({flow.subject.option, std::min(trials_, most_kept_flow_trials), {}});
    }
    std::vector<LongColumn> columns;
    for (TrialColumn& column : results_.columns) columns.push_back({column.values, kept_});
    for (SegmentColumn& column : results_.segments) columns.push_back({column.values, kept_});
    for (KeptFlows& flows : results_.kept_flows) {
      columns.push_back({flows.values, (plan_.time.steps + 1) * flows.trials});
    }
    make_long(columns, threads);
  }

  void run_block(Worker& worker, std::size_t group, std::size_t first, std::size_t trials) {
    BlockRunner& runner = worker.runner;
    const auto note_entry = [&](std::size_t entry) {
      note_flows(worker, flow_moments_[group], entry, trials);
      keep_flows(runner, entry, first, trials);
    };
    runner.run(
        trials, [&](std::size_t input, std::span<double> values) { draw_(input, first, values, worker.cache); },
        [&](std::size_t step) {
          if (step == 1) note_entry(0);
          note_entry(step);
        });
    for (std::size_t i = 0; i < plan_.outputs.size(); ++i) {
      const Operand value = runner.value(plan_.outputs[i].node, plan_.time.steps);
      note_failure(plan_.outputs[i].measure, value, first, trials, failures_[group]);
      keep(value, first, trials, results_.columns[i].values);
      if (tallies_) tallies_->add(i, group, first, value, trials);
    }
    for (std::size_t i = 0; i < plan_.segment_figures.size(); ++i) {
      const Operand value = runner.value(plan_.segment_figures[i].node, plan_.time.steps);
      keep(value, first, trials, results_.segments[i].values);
      if (tallies_) tallies_->add(plan_.outputs.size() + i, group, first, value, trials);
    }
    for (std::size_t i = 0; i < plan_.clamps.size(); ++i) {
      const Operand steps = runner.value(plan_.clamps[i].clamped_steps, plan_.time.steps);
      for (std::size_t k = 0; k < trials; ++k) clamped_steps_[i][group] += steps.column ? steps.column[k] : steps.same;
    }
  }

  void keep(Operand value, std::size_t first, std::size_t trials, std::vector<double>& column) const {
    if (first < kept_) copy(value, std::min(trials, kept_ - first), column.data() + first);
  }

  void take_totals() {
    std::vector<ColumnTotals> totals = tallies_->finish();
    const std::size_t columns = results_.columns.size();
    for (std::size_t i = 0; i < columns; ++i) results_.columns[i].totals = std::move(totals[i]);
    for (std::size_t i = 0; i < results_.segments.size(); ++i) {
      results_.segments[i].totals = std::move(totals[columns + i]);
    }
    results_.manifest.kept_trials = kept_;
  }

  /// Entry 0 does not change from step to step and is read in the first.
  Operand flow_value(const BlockRunner& runner, const PlanFlow& flow, std::size_t entry) const {
    return entry == 0 ? runner.value(flow.at_start, 1) : runner.value(flow.in_step, entry);
  }

  void note_flows(Worker& worker, FlowMoments& moments, std::size_t entry, std::size_t trials) {
    Moments* part = worker.flows_in_step.data();
    for (std::size_t i = 0; i < plan_.flows.size(); ++i) {
      const PlanFlow& flow = plan_.flows[i];
      const bool is_new = entry <= 1 || moves(worker.runner, flow.in_step, entry);
      for (std::size_t first = 0; first < trials; first += trials_summed_together, ++part) {
        const std::size_t count = std::min(trials_summed_together, trials - first);
        if (is_new) *part = moments_of(flow_value(worker.runner, flow, entry), first, count);
        moments.at(i, entry).merge(*part);
      }
    }
  }

  bool moves(const BlockRunner& runner, NodeId id, std::size_t step) const {
    return plan_[id].variation != Variation::by_trial_and_step || contains(runner.moves(id), step);
  }

  static std::size_t parts_of(std::size_t trials) {
    return (trials + trials_summed_together - 1) / trials_summed_together;
  }

  static Moments moments_of(Operand value, std::size_t first, std::size_t trials) {
    Moments moments;
    if (value.column) {
      moments.add({value.column + first, trials});
    } else {
      moments.add_repeated(value.same, trials);
    }
    return moments;
  }

  void keep_flows(const BlockRunner& runner, std::size_t entry, std::size_t first, std::size_t trials) {
    for (std::size_t i = 0; i < plan_.kept_flows.size(); ++i) {
      KeptFlows& kept = results_.kept_flows[i];
      if (first >= kept.trials) continue;
      copy(flow_value(runner, plan_.kept_flows[i], entry), std::min(trials, kept.trials - first),
           kept.values.data() + entry * kept.trials + first);
    }
  }

  /// Keeps in `earliest` the first trial of a group that failed.
  static void note_failure(Measure measure, Operand value, std::size_t first, std::size_t trials,
                           std::optional<Failure>& earliest) {
    if (value.column != nullptr && are_finite({value.column, trials})) return;
    for (std::size_t i = 0; i < trials; ++i) {
      if (earliest && first + i >= earliest->trial) return;
      const double one = value.column != nullptr ? value.column[i] : value.same;
      if (is_permitted(measure, one)) continue;
      earliest = Failure{first + i, fmt::format("{} is {} in trial {}", traits_of(measure).name,
                                                std::isnan(one) ? "not a number" : "infinite", first + i + 1)};
    }
  }

  const Plan& plan_;
  std::size_t trials_;
  std::size_t kept_;  ///< trials whose values stay in the columns
  DrawInput draw_;
  Results results_;
  std::optional<ColumnTallies> tallies_;            ///< where not every trial is kept
  std::vector<FlowMoments> flow_moments_;           ///< by group
  std::vector<std::vector<double>> clamped_steps_;  ///< by clamp, by group
  std::vector<std::optional<Failure>> failures_;    ///< by group
};

RunSettings checked(RunSettings settings) {
  if (settings.trials < 1 || settings.trials >= max_trials ||
      replicates_for(settings.sampling, settings.trials).trials() >= max_trials) {
    throw InputError(fmt::format("trials: {} must lie in [1, {}]", settings.trials, max_trials - 1));
  }
  if (settings.block_size < 1 || batch_size % settings.block_size != 0) {
    throw InputError(fmt::format("block size: {} must divide {}", settings.block_size, batch_size));
  }
  return settings;
}

std::vector<InputColumn> input_columns(const Plan& plan, std::size_t trials, std::size_t threads) {
  std::vector<InputColumn> inputs;
  for (const PlanInput& input : plan.inputs) inputs.push_back({input.id, {}});
  std::vector<LongColumn> columns;
  for (InputColumn& input : inputs) columns.push_back({input.values, trials});
  make_long(columns, threads);
  return inputs;
}

void run_in_parallel(Simulation& simulation, const RunSettings& settings) {
  Progress progress(settings.progress, simulation.batch_count());
  if (simulation.batch_count() == 1) {
    Simulation::Worker worker = simulation.make_worker(settings.block_size, settings.stillness);
    simulation.run_batch(worker, 0, 0, settings.block_size);
    progress.batch_done();
    if (progress.is_stopped()) throw RunStopped();
    return;
  }
  tbb::enumerable_thread_specific<Simulation::Worker> workers(
      [&] { return simulation.make_worker(settings.block_size, settings.stillness); });
  const std::size_t threads =
      settings.threads == 0 ? static_cast<std::size_t>(tbb::info::default_concurrency()) : settings.threads;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, simulation.group_count(), [&](std::size_t group) {
      for (std::size_t batch = simulation.first_batch(group); batch < simulation.first_batch(group + 1); ++batch) {
        if (progress.is_stopped()) return;
        simulation.run_batch(workers.local(), group, batch, settings.block_size);
        progress.batch_done();
      }
    });
  });
  if (progress.is_stopped()) throw RunStopped();
}

}  // namespace

std::uint64_t trials_that_fit(const Plan& plan, std::uint64_t bytes) {
  const std::uint64_t bytes_each = sizeof(double) * (plan.outputs.size() + plan.segment_figures.size());
  return bytes_each == 0 ? max_trials : bytes / bytes_each;
}

Simulator::Simulator(const Plan& plan, RunSettings settings)
    : plan_(plan),
      settings_(checked(std::move(settings))),
      replicates_(replicates_for(settings_.sampling, settings_.trials)),
      inputs_(plan.inputs, plan.correlations, {settings_.seed, settings_.sampling, replicates_}) {}

void Simulator::keep_draws() {
  inputs_.keep_draws(settings_.threads);
}

Results Simulator::run(const InputChanges& changes) {
  return run(changes, {});
}

Results Simulator::run_keeping_inputs() {
  return run({}, input_columns(plan_, replicates_.trials(), settings_.threads));
}

Results Simulator::run(const InputChanges& changes, std::vector<InputColumn> kept) {
  const ChangedInputs changed = inputs_.changed(changes);
  Simulation simulation(
      plan_, replicates_, settings_,
      [&](std::size_t input, std::uint64_t first_trial, std::span<double> values, RunInputs::Cache& cache) {
        inputs_.fill(changed, input, first_trial, values, cache);
        if (kept.empty()) return;
        std::copy(values.begin(), values.end(), kept[input].values.data() + first_trial);
      });
  run_in_parallel(simulation, settings_);
  Results results = simulation.finish();
  results.inputs = std::move(kept);
  results.manifest = {.version = std::string(version()),
                      .seed = settings_.seed,
                      .trials = replicates_.trials(),
                      .trials_requested = settings_.trials,
                      .kept_trials = results.manifest.kept_trials,
                      .sampling = settings_.sampling,
                      .replicates = replicates_.count,
                      .order_pairs = plan_.order_pairs};
  return results;
}

Results simulate(const Plan& plan, const RunSettings& settings) {
  return Simulator(plan, settings).run();
}

Results simulate_point(const Plan& plan, Point point) {
  const auto draw = [&](std::size_t input, std::uint64_t, std::span<double> values, RunInputs::Cache&) {
    values[0] = value_at(point, plan.inputs[input].path, plan.inputs[input].distribution);
  };
  Simulation simulation(plan, {.count = 1, .trials_each = 1}, RunSettings{.threads = 1}, draw);
  Simulation::Worker worker = simulation.make_worker(1, Stillness::skipped);
  simulation.run_batch(worker, 0, 0, 1);
  Results results = simulation.finish();
  results.manifest = {.version = std::string(version()),
                      .trials = 1,
                      .trials_requested = 1,
                      .sampling = Sampling::random,
                      .order_pairs = plan.order_pairs,
                      .point = point};
  return results;
}

}  // namespace wayworth::engine
