#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/write_files.hpp"
#include "engine/analysis/findings.hpp"
#include "reports/report_extras.hpp"
#include "reports/results_json.hpp"

namespace wayworth::cli {

/// What every report of a run, a sensitivity analysis or a roadmap is made from. All references must outlive it.
struct ReportSource {
  const engine::Model& model;
  const engine::Findings& findings;
  reports::ReportExtras extras;
  const reports::ScenarioText& scenario;

  /// results.json; made when it is first asked for, once for --json and -o.
  [[nodiscard]] const std::string& json() const;

  mutable std::string made_json{};  ///< by json()
};

/// Columns of a text file, whatever the terminal, so that the same results give the same bytes.
inline constexpr std::size_t file_width = 100;

/// report.html, report.txt, summary.md, model.xlsx, results.json and the CSV tables.
enum class ReportFormat { html, txt, md, xlsx, json, csv };
inline constexpr std::array all_report_formats = {ReportFormat::html, ReportFormat::txt,  ReportFormat::md,
                                                  ReportFormat::xlsx, ReportFormat::json, ReportFormat::csv};

/// "html", "txt", ...
const char* name_of(ReportFormat format);

/// The answer for a terminal or for report.txt: about the roadmap or the sensitivity, where there is one.
reports::Report answer_of(const ReportSource& source);

/// What is printed of it: of a run one screen, which ends with what else there is, unless all of it is asked for.
reports::Report printed_of(const ReportSource& source, bool all);

std::vector<OutputFile> csv_files(const ReportSource& source, const std::filesystem::path& directory);

/// The files of these formats. report.txt is 100 columns wide, whatever the terminal, so that the same results give the
/// same bytes.
std::vector<OutputFile> report_files(const ReportSource& source, const std::vector<ReportFormat>& formats,
                                     const std::filesystem::path& directory);

/// What a command writes: results.json to `json` unless that is empty or `-`, and every format into `directory` unless
/// that is empty.
std::vector<OutputFile> asked_files(const ReportSource& source, const std::string& json,
                                    const std::filesystem::path& directory);

}  // namespace wayworth::cli
