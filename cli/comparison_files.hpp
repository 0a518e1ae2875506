#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "cli/report_files.hpp"
#include "cli/write_files.hpp"
#include "reports/comparison_report.hpp"

namespace wayworth::cli {

/// What a comparison has; it is of several cases, and a workbook is of one.
inline constexpr std::array comparison_formats = {ReportFormat::html, ReportFormat::txt, ReportFormat::md,
                                                  ReportFormat::json};

/// comparison.html, .txt (100 columns wide), .md, .json.
/// \param formats  of comparison_formats
std::vector<OutputFile> comparison_files(const reports::ComparisonStory& story,
                                         const std::vector<ReportFormat>& formats,
                                         const std::filesystem::path& directory);

}  // namespace wayworth::cli
