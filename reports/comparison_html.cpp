#include <fmt/format.h>

#include "reports/comparison_report.hpp"
#include "reports/html_assets.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_text.hpp"

namespace wayworth::reports {

std::string comparison_html(const ComparisonStory& story) {
  const Report report = comparison_report(story);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
      "base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n<header><h1>{0}</h1></header>\n<main>\n"
      "<section id=\"comparison\">\n{2}</section>\n</main>\n</body>\n</html>\n",
      html_text(report.title), html_style(), html_blocks(report.blocks));
}

}  // namespace wayworth::reports
