#include "cli/report_files.hpp"

#include "reports/csv.hpp"
#include "reports/csv_register.hpp"
#include "reports/csv_roadmap.hpp"
#include "reports/csv_sensitivity.hpp"
#include "reports/html.hpp"
#include "reports/make_report.hpp"
#include "reports/markdown.hpp"
#include "reports/sensitivity_report.hpp"
#include "reports/terminal.hpp"
#include "reports/workbook/make_workbook.hpp"
#include "reports/workbook/write_xlsx.hpp"

namespace wayworth::cli {

namespace {

constexpr const char* what_else =
    "This is the short answer. --full prints all tables; -o DIR writes report.html, model.xlsx, summary.md, "
    "results.json and CSV.";

constexpr std::size_t table_rows = 12;  ///< of a table of inputs in it

engine::BrokenLimits limits_of(const ReportSource& source) {
  return source.extras.limits == nullptr ? engine::BrokenLimits{} : *source.extras.limits;
}

reports::Report summary_of(const ReportSource& source) {
  if (source.extras.roadmap != nullptr || source.extras.sensitivity != nullptr) return answer_of(source);
  return reports::make_summary(source.model, source.findings, limits_of(source));
}

std::vector<OutputFile> files_of(const ReportSource& source, ReportFormat format,
                                 const std::filesystem::path& directory) {
  switch (format) {
    case ReportFormat::html:
      return {{directory / "report.html", reports::to_html(source.model, source.findings, source.extras)}};
    case ReportFormat::txt:
      return {{directory / "report.txt", to_terminal_text(answer_of(source), {file_width, reports::Colour::none})}};
    case ReportFormat::md:
      return {{directory / "summary.md", to_markdown(summary_of(source))}};
    case ReportFormat::xlsx:
      return {{directory / "model.xlsx",
               reports::to_xlsx(reports::make_workbook(source.model, source.findings, source.extras))}};
    case ReportFormat::json:
      return {{directory / "results.json", source.json()}};
    case ReportFormat::csv:
      return csv_files(source, directory);
  }
  return {};
}

}  // namespace

const char* name_of(ReportFormat format) {
  constexpr std::array names = {"html", "txt", "md", "xlsx", "json", "csv"};
  return names.at(static_cast<std::size_t>(format));
}

const std::string& ReportSource::json() const {
  if (made_json.empty()) made_json = reports::results_json(model, findings, extras, scenario);
  return made_json;
}

reports::Report answer_of(const ReportSource& source) {
  const reports::ReportExtras& extras = source.extras;
  if (extras.roadmap != nullptr) return reports::make_roadmap_report(source.model, *extras.roadmap);
  if (extras.sensitivity != nullptr) {
    return reports::sensitivity_report(source.model, *extras.sensitivity, table_rows);
  }
  return reports::make_report(source.model, source.findings, limits_of(source));
}

reports::Report printed_of(const ReportSource& source, bool all) {
  const bool is_run = source.extras.roadmap == nullptr && source.extras.sensitivity == nullptr;
  if (all || !is_run) return answer_of(source);
  reports::Report report = reports::make_short_report(source.model, source.findings, source.extras);
  report.blocks.push_back(reports::Paragraph{""});
  report.blocks.push_back(reports::Paragraph{what_else});
  return report;
}

std::vector<OutputFile> csv_files(const ReportSource& source, const std::filesystem::path& directory) {
  std::vector<OutputFile> files;
  const reports::RoadmapStory* const roadmap = source.extras.roadmap;
  for (std::vector<reports::CsvFile> some :
       {reports::to_csv(source.model, source.findings), reports::register_csv(source.model, source.findings),
        reports::sensitivity_csv(source.model, source.extras),
        roadmap == nullptr ? std::vector<reports::CsvFile>{} : reports::roadmap_csv(source.model, *roadmap)}) {
    for (reports::CsvFile& file : some) files.push_back({directory / file.name, std::move(file.content)});
  }
  return files;
}

std::vector<OutputFile> report_files(const ReportSource& source, const std::vector<ReportFormat>& formats,
                                     const std::filesystem::path& directory) {
  std::vector<OutputFile> files;
  for (const ReportFormat format : formats) {
    for (OutputFile& file : files_of(source, format, directory)) files.push_back(std::move(file));
  }
  return files;
}

std::vector<OutputFile> asked_files(const ReportSource& source, const std::string& json,
                                    const std::filesystem::path& directory) {
  std::vector<OutputFile> files;
  if (!json.empty() && json != "-") files.push_back({json, source.json()});
  if (directory.empty()) return files;
  const std::vector<ReportFormat> all(all_report_formats.begin(), all_report_formats.end());
  for (OutputFile& file : report_files(source, all, directory)) files.push_back(std::move(file));
  return files;
}

}  // namespace wayworth::cli
