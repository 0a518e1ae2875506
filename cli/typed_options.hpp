#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cli/compare_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/report_command.hpp"
#include "cli/roadmap_command.hpp"
#include "cli/run_command.hpp"
#include "cli/sensitivity_command.hpp"
#include "cli/solve_command.hpp"

namespace wayworth::cli {

/// What was typed for the options that are numbers, choices or places; empty: not given. Converted once the whole
/// command line is known to be one.
struct TypedOptions {
  std::string trials, seed, sampling, threads, point, until, memory, width, trial, rows, output_directory,
      csv_directory, budget, formats;

  // All throw UsageError, which names the option and says what it must be.
  void put_into(RunOptions& options) const;
  void put_into(RoadmapOptions& options) const;
  void put_into(CompareOptions& options) const;
  void put_into(SensitivityOptions& options) const;
  void put_into(SolveOptions& options) const;
  void put_into(ExplainOptions& options) const;
  void put_into(ReportOptions& options) const;

private:
  [[nodiscard]] SimulationOptions simulation_options() const;
  [[nodiscard]] std::optional<engine::Point> point_without(const std::optional<std::uint64_t>& asked_trials) const;
  [[nodiscard]] std::optional<std::size_t> columns() const;
};

}  // namespace wayworth::cli
