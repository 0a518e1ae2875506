#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/report_files.hpp"
#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"

namespace wayworth::cli {

struct ReportOptions {
  std::string results;                     ///< file that a run wrote, or `-`
  std::vector<ReportFormat> formats;       ///< of the files to write
  std::filesystem::path output_directory;  ///< empty: the terminal's report is printed
  bool prints_all = false;                 ///< of a run, not only what fits on a screen
  DisplayOptions display;
  bool quiet = false;
};

/// Makes reports again from what a run found, without simulating: the same bytes as the run wrote. Only trials.csv
/// cannot be made, for the results do not hold every trial.
ExitCode report_command(const ReportOptions& options, const Streams& streams);

}  // namespace wayworth::cli
