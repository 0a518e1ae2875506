#include "reports/html.hpp"

#include <fmt/format.h>

#include <vector>

#include "reports/charts/chart_parts.hpp"
#include "reports/html_assets.hpp"
#include "reports/html_page_one.hpp"
#include "reports/html_sections.hpp"
#include "reports/html_text.hpp"
#include "reports/html_view.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

/// What the page may do: nothing but show itself, and run the one script that has this hash. Styles in elements are
/// how the chart library sets sizes.
std::string security_policy() {
  std::string policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  if (!chart_script_hash().empty()) policy += fmt::format("; script-src '{}'", chart_script_hash());
  return policy;
}

std::string head(const std::string& title) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n",
      security_policy(), html_text(title), html_style());
}

std::string contents(const std::vector<HtmlSection>& sections) {
  std::string html = "<nav aria-label=\"Contents\"><ul>\n";
  for (const HtmlSection& section : sections) {
    if (section.html.empty()) continue;
    html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, html_text(section.topic));
  }
  return html + "</ul></nav>\n";
}

/// Name of the case, client and setting.
std::string title_block(const Model& model, const Findings& findings) {
  std::string html = "<header><h1>" + html_text(model.name) + "</h1>\n";
  if (!model.client.empty()) html += "<p class=\"client\">" + html_text(model.client) + "</p>\n";
  const auto setting = std::get<Paragraph>(headline(model, findings).front());
  return html + "<p class=\"setting\">" + html_text(setting.text) + "</p></header>\n";
}

Json named(std::size_t id, const std::string& name) {
  return {{"id", id}, {"name", name}};
}

/// What a reader can choose from.
Json choices(const Model& model, const Findings& findings) {
  Json initiatives = Json::array();
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    initiatives.push_back(named(id_of(ranked.initiative), name_of(model, ranked.initiative)));
  }
  Json options = Json::array();
  for (std::size_t i = 0; i < model.options.size(); ++i) options.push_back(named(i, model.options[i].name));
  return {{"initiatives", std::move(initiatives)},
          {"options", std::move(options)},
          {"hasChance", !findings.manifest.point},
          {"hasCash", has_cash_view(findings)}};
}

/// The data of all charts, and the script that draws them.
std::string script(const Model& model, const Findings& findings, const std::vector<HtmlSection>& sections) {
  if (chart_script().empty()) return "";
  std::string charts;
  for (const HtmlSection& section : sections) {
    for (const Chart& chart : section.charts) {
      charts += fmt::format("{}\"{}\":{}", charts.empty() ? "" : ",\n", chart.id, chart.data);
    }
  }
  const std::string data = "{\"choices\":" + text_of(choices(model, findings)) + ",\"charts\":{" + charts + "}}";
  return "<script type=\"application/json\" id=\"report-data\">" + json_in_html(data) + "</script>\n<script>" +
         std::string(chart_script()) + "</script>\n";
}

constexpr const char* no_charts =
    "<p class=\"note\">This Wayworth was built without charts (WAYWORTH_WEB=OFF, or npm was missing); the tables hold "
    "all figures.</p>\n";

}  // namespace

std::string to_html(const Model& model, const Findings& findings, const ReportExtras& extras) {
  const std::vector<HtmlSection> sections = html_sections(model, findings, extras);
  std::string html = head(model.name) + "<body>\n" + title_block(model, findings);
  html += "<main>\n<section id=\"decision\">\n" + html_page_one(model, findings, extras) + "</section>\n" +
          contents(sections);
  if (chart_script().empty()) html += no_charts;
  for (const HtmlSection& section : sections) {
    if (section.html.empty()) continue;
    html += fmt::format("<section id=\"{}\">\n<h2><span class=\"topic\">{}</span> {}</h2>\n{}</section>\n", section.id,
                        html_text(section.topic), html_text(section.claim), section.html);
  }
  return html + "</main>\n" + script(model, findings, sections) + "</body>\n</html>\n";
}

}  // namespace wayworth::reports
