#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"
#include "engine/stats/column_totals.hpp"
#include "engine/stats/moments.hpp"
#include "engine/stats/summary.hpp"

namespace wayworth::engine {

/// In a deterministic run every input stands at one point of its distribution.
enum class Point { mode, median, mean };

/// All that is needed to make the same results again, besides the scenario file itself.
struct Manifest {
  std::string version;              ///< of Wayworth
  std::uint64_t scenario_hash = 0;  ///< of the scenario's bytes and the overrides; 0 when there is no file
  std::uint64_t seed = 0;
  std::uint64_t trials = 0;
  std::uint64_t trials_requested = 0;          ///< `trials` is this, rounded up to what the sampling can do
  std::optional<std::uint64_t> kept_trials{};  ///< the first so many are in the columns; none: all
  Sampling sampling = Sampling::sobol;
  std::uint64_t replicates = 1;  ///< into which the trials fall, one after the other; only these are independent
  std::size_t order_pairs = 0;   ///< of initiatives, sampled for their shares of the programme; 0: all orders
  std::optional<Point> point{};  ///< set for a deterministic run of one trial
};

/// One measure of one subject: a value per trial, in trial order.
struct TrialColumn {
  Subject subject;
  Measure measure = Measure::npv;
  std::vector<double> values;            ///< of the trials that are kept
  std::optional<ColumnTotals> totals{};  ///< of all trials, when not every one is kept
};

/// What an input drew: a value per trial, in trial order.
struct InputColumn {
  InputId input{};
  std::vector<double> values;
};

/// One line of a cash flow, per step; entry 0 is what is paid at the very start, entry t the flow of step t.
struct FlowSeries {
  Subject subject;
  FlowLine line = FlowLine::net;
  std::vector<Moments> steps;  ///< over all trials; steps + 1 entries
};

/// Net cash flow of the first trials, kept trial by trial so that percentiles of sums over time can be taken.
struct KeptFlows {
  std::size_t option = 0;
  std::size_t trials = 0;      ///< the first so many trials
  std::vector<double> values;  ///< entry * trials + trial, entries 0..steps
  std::span<const double> entry(std::size_t index) const { return {values.data() + index * trials, trials}; }
};

/// One figure of one segment: a value per trial.
struct SegmentColumn {
  std::size_t segment = 0;  ///< index into Model::segments
  SegmentFigure figure = SegmentFigure::customers_today;
  std::vector<double> values;
  std::optional<ColumnTotals> totals{};
};

/// How often a driver's `min` or `max` held it, with the whole programme of the first option active.
struct ClampCount {
  DriverId driver{};
  double share_of_trial_steps = 0.0;
};

/// What came out of a simulation.
struct Results {
  Manifest manifest;
  std::vector<TrialColumn> columns;
  std::vector<FlowSeries> flows;
  std::vector<KeptFlows> kept_flows;  ///< one per option
  std::vector<SegmentColumn> segments;
  std::vector<ClampCount> clamps;   ///< one per driver with a finite `min` or `max`
  std::vector<InputColumn> inputs;  ///< of the inputs that something depends on, where the run was to keep them

  /// The column of `measure` of `subject`; one value per trial that is kept. Of a longer run that is a sample: what is
  /// said of several columns together rests on it, and what is said of one on all trials (summary, mean).
  /// \throws std::out_of_range when the plan had no such output.
  std::span<const double> column(const Subject& subject, Measure measure) const;
  /// Of which columns consist. The first of many trials count as independent, which makes errors too large, if
  /// anything.
  std::size_t replicates() const { return manifest.kept_trials ? 1 : manifest.replicates; }

  /// What all trials say of `measure` of `subject`. \throws as column
  Summary summary(const Subject& subject, Measure measure) const;
  /// The same of its mean alone; finite values.
  Estimate mean(const Subject& subject, Measure measure) const;
  /// \throws as column
  const TrialColumn& find(const Subject& subject, Measure measure) const;
  const FlowSeries& flow(const Subject& subject, FlowLine line) const;
};

}  // namespace wayworth::engine
