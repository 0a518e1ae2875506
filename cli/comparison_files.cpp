#include "cli/comparison_files.hpp"

#include <fmt/format.h>

#include "reports/markdown.hpp"
#include "reports/terminal.hpp"

namespace wayworth::cli {

namespace {

std::string content_of(const reports::ComparisonStory& story, ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return reports::comparison_html(story);
    case ReportFormat::txt:
      return to_terminal_text(reports::comparison_report(story), {file_width, reports::Colour::none});
    case ReportFormat::md:
      return to_markdown(reports::comparison_report(story));
    case ReportFormat::json:
      return reports::comparison_json(story);
    case ReportFormat::xlsx:
    case ReportFormat::csv:
      break;
  }
  return {};
}

}  // namespace

std::vector<OutputFile> comparison_files(const reports::ComparisonStory& story,
                                         const std::vector<ReportFormat>& formats,
                                         const std::filesystem::path& directory) {
  std::vector<OutputFile> files;
  for (const ReportFormat format : formats) {
    files.push_back({directory / fmt::format("comparison.{}", name_of(format)), content_of(story, format)});
  }
  return files;
}

}  // namespace wayworth::cli
