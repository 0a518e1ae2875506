#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>

#include "engine/execute/run_inputs.hpp"
#include "engine/execute/stillness.hpp"
#include "engine/plan/plan.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// Trials that are computed together: enough to pay for one look at each operation, few enough that the columns in use
/// stay in the second-level cache (256 * 8 bytes = 2 KiB a column).
inline constexpr std::size_t default_block_size = 256;

/// Moments are summed by batches of so many trials (of very long runs by groups of batches), and these merged in order,
/// so that they are the same to the bit for any number of threads and any block size that divides it. A thread works a
/// batch: few enough trials that no thread waits long for the last one.
inline constexpr std::size_t batch_size = 1024;

/// The percentiles of cash flows rest on at most so many trials, the first ones.
inline constexpr std::size_t most_kept_flow_trials = 32768;

/// So many batches are kept at least.
inline constexpr std::size_t least_kept_batches = 16;

struct RunSettings {
  /// 1 .. 2^32 - 1; rounded up to what the sampling can do, and that too is below 2^32
  std::uint64_t trials = 16384;
  std::uint64_t seed = 1;
  Sampling sampling = Sampling::sobol;
  std::size_t threads = 0;                      ///< 0: as many as the machine has
  std::size_t block_size = default_block_size;  ///< a divisor of batch_size
  Stillness stillness = Stillness::skipped;
  /// Most memory for the values of single trials; of a run that needs more the first trials alone are kept, at least
  /// least_kept_batches, and of all others what Results::summary needs.
  std::uint64_t most_kept_bytes = std::numeric_limits<std::uint64_t>::max();
  /// Called now and then, from one thread at a time, with the share that is done; false stops the run.
  std::function<bool(double)> progress{};
};

/// The run was stopped from outside; there are no results.
class RunStopped : public std::runtime_error {
public:
  RunStopped() : std::runtime_error("the run was stopped") {}
};

/// A figure of a trial came out infinite or undefined where it must be a number.
class TrialFailure : public std::runtime_error {
public:
  TrialFailure(const std::string& message, std::uint64_t trial_index)
      : std::runtime_error(message), trial(trial_index) {}
  std::uint64_t trial;  ///< counted from 0; people, and the message, count from 1
};

/// Of how many trials the values fit into so many bytes.
std::uint64_t trials_that_fit(const Plan& plan, std::uint64_t bytes);

/// Runs all trials. The draws of an input depend on the sampling, the seed, the trial, its path and its place in the
/// model alone and every sum is taken in one order, so the results are the same to the bit for any number of threads
/// and any block size; of blocks of less than default_block_size all but the moments of flows.
/// \throws InputError when a setting is out of its range
/// \throws TrialFailure for the first trial with a figure that is not finite
/// \throws RunStopped when `progress` returns false
Results simulate(const Plan& plan, const RunSettings& settings);

/// Runs one plan again and again, with some inputs changed and all else on the same luck. Saves the making of quantile
/// tables and nets, which for a short run costs more than the run. Several threads may run it at the same time.
class Simulator {
public:
  /// \param plan  must outlive this
  /// \throws InputError when a setting is out of its range
  Simulator(const Plan& plan, RunSettings settings);

  /// Draws the inputs once and for all runs to come; they stay in memory.
  void keep_draws();

  /// \throws TrialFailure and RunStopped as simulate
  Results run(const InputChanges& changes = {});
  /// With no input changed, and the draws of the inputs in the results.
  Results run_keeping_inputs();

private:
  Results run(const InputChanges& changes, std::vector<InputColumn> kept);

  const Plan& plan_;
  RunSettings settings_;
  Replicates replicates_;
  RunInputs inputs_;
};

/// One trial without chance: every input at its mode, median or mean.
/// \throws TrialFailure when a figure is not finite
Results simulate_point(const Plan& plan, Point point);

}  // namespace wayworth::engine
