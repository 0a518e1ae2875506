#include "cli/report_files.hpp"

#include "reports/csv.hpp"
#include "reports/csv_register.hpp"
#include "reports/html.hpp"
#include "reports/make_report.hpp"
#include "reports/markdown.hpp"
#include "reports/terminal.hpp"
#include "reports/workbook/make_workbook.hpp"
#include "reports/workbook/write_xlsx.hpp"

namespace wayworth::cli {

namespace {

constexpr std::size_t file_width = 100;  ///< of report.txt, whatever the terminal

std::vector<OutputFile> files_of(const ReportSource& source, ReportFormat format,
                                 const std::filesystem::path& directory, std::size_t width) {
  const auto& [model, findings, sensitivity, scenario] = source;
  switch (format) {
    case ReportFormat::html:
      return {{directory / "report.html", reports::to_html(model, findings, {.of_run = sensitivity})}};
    case ReportFormat::txt:
      return {{directory / "report.txt",
               to_terminal_text(reports::make_report(model, findings), {width, reports::Colour::none})}};
    case ReportFormat::md:
      return {{directory / "summary.md", to_markdown(reports::make_summary(model, findings))}};
    case ReportFormat::xlsx:
      return {{directory / "model.xlsx", reports::to_xlsx(reports::make_workbook(model, findings))}};
    case ReportFormat::json:
      return {{directory / "results.json", json_of(source)}};
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

std::string json_of(const ReportSource& source) {
  return reports::results_json(source.model, source.findings, source.sensitivity, source.scenario);
}

std::vector<OutputFile> csv_files(const ReportSource& source, const std::filesystem::path& directory) {
  std::vector<OutputFile> files;
  for (std::vector<reports::CsvFile> some :
       {reports::to_csv(source.model, source.findings), reports::register_csv(source.model, source.findings)}) {
    for (reports::CsvFile& file : some) files.push_back({directory / file.name, std::move(file.content)});
  }
  return files;
}

std::vector<OutputFile> report_files(const ReportSource& source, const std::vector<ReportFormat>& formats,
                                     const std::filesystem::path& directory, std::optional<std::size_t> width) {
  std::vector<OutputFile> files;
  for (const ReportFormat format : formats) {
    for (OutputFile& file : files_of(source, format, directory, width.value_or(file_width))) {
      files.push_back(std::move(file));
    }
  }
  return files;
}

}  // namespace wayworth::cli
