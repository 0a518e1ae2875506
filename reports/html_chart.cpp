#include "reports/html_chart.hpp"

#include <fmt/format.h>

#include "reports/html_assets.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_text.hpp"
#include "reports/html_view.hpp"

namespace wayworth::reports {

namespace {

/// What the page may do: nothing but show itself, and run the one script that has this hash. Styles in elements are
/// how the chart library sets sizes.
std::string security_policy() {
  std::string policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  if (!chart_script_hash().empty()) policy += fmt::format("; script-src '{}'", chart_script_hash());
  return policy;
}

}  // namespace

std::string html_head(const std::string& title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
      security_policy(), html_text(title), html_style());
}

std::string html_chart(const Chart& chart) {
  std::string html = fmt::format(
      "<figure id=\"{0}\"><figcaption id=\"{0}-title\">{1}</figcaption>\n"
      "<p class=\"note\" id=\"{0}-text\">{2}</p>\n",
      chart.id, html_text(chart.title), html_text(chart.alternative));
  if (!chart_script().empty()) {
    html += fmt::format(
        "<div class=\"plot\" data-chart=\"{0}\" tabindex=\"0\" role=\"img\" "
        "aria-labelledby=\"{0}-title\" aria-describedby=\"{0}-text\"></div>\n",
        chart.id);
  }
  html += "<details><summary>The figures behind it</summary>\n";
  for (const ChartTable& table : chart.tables) {
    html += "<div" + html_when(table.when) + ">\n" + html_table(table.table) + "</div>\n";
  }
  return html + "</details></figure>\n";
}

std::string html_chart_script(const std::string& choices, const std::vector<Chart>& charts) {
  if (chart_script().empty()) return "";
  std::string all;
  for (const Chart& chart : charts) all += fmt::format("{}\"{}\":{}", all.empty() ? "" : ",\n", chart.id, chart.data);
  const std::string data = "{\"choices\":" + choices + ",\"charts\":{" + all + "}}";
  return "<script type=\"application/json\" id=\"report-data\">" + json_in_html(data) + "</script>\n<script>" +
         std::string(chart_script()) + "</script>\n";
}

std::string html_without_charts() {
  if (!chart_script().empty()) return "";
  return "<p class=\"note\">This Wayworth was built without charts (WAYWORTH_WEB=OFF, or npm was missing); the tables "
         "hold all figures.</p>\n";
}

}  // namespace wayworth::reports
