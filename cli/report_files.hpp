#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/write_files.hpp"
#include "engine/analysis/findings.hpp"
#include "reports/results_json.hpp"

namespace wayworth::cli {

/// What every report of a run is made from.
struct ReportSource {
  const engine::Model& model;
  const engine::Findings& findings;
  const engine::RunSensitivity* sensitivity;  ///< nullptr where there is none
  const reports::ScenarioText& scenario;
};

/// report.html, report.txt, summary.md, model.xlsx, results.json and the CSV tables.
enum class ReportFormat { html, txt, md, xlsx, json, csv };
inline constexpr std::array all_report_formats = {ReportFormat::html, ReportFormat::txt,  ReportFormat::md,
                                                  ReportFormat::xlsx, ReportFormat::json, ReportFormat::csv};

/// "html", "txt", ...
const char* name_of(ReportFormat format);

std::string json_of(const ReportSource& source);
std::vector<OutputFile> csv_files(const ReportSource& source, const std::filesystem::path& directory);

/// The files of these formats.
/// \param width  of report.txt in columns; none: 100, whatever the terminal
std::vector<OutputFile> report_files(const ReportSource& source, const std::vector<ReportFormat>& formats,
                                     const std::filesystem::path& directory, std::optional<std::size_t> width);

}  // namespace wayworth::cli
