#include "reports/html.hpp"

#include <fmt/format.h>

#include <vector>

#include "reports/charts/chart_parts.hpp"
#include "reports/html_chart.hpp"
#include "reports/html_page_one.hpp"
#include "reports/html_sections.hpp"
#include "reports/html_text.hpp"
#include "reports/html_view.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

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
  std::vector<Chart> charts;
  for (const HtmlSection& section : sections) charts.insert(charts.end(), section.charts.begin(), section.charts.end());
  return html_chart_script(text_of(choices(model, findings)), charts);
}

}  // namespace

std::string to_html(const Model& model, const Findings& findings, const ReportExtras& extras) {
  const std::vector<HtmlSection> sections = html_sections(model, findings, extras);
  std::string html = html_head(model.name) + "<body>\n" + title_block(model, findings);
  html += "<main>\n<section id=\"decision\">\n" + html_page_one(model, findings, extras) + "</section>\n" +
          contents(sections);
  html += html_without_charts();
  for (const HtmlSection& section : sections) {
    if (section.html.empty()) continue;
    html += fmt::format("<section id=\"{}\">\n<h2><span class=\"topic\">{}</span> {}</h2>\n{}</section>\n", section.id,
                        html_text(section.topic), html_text(section.claim), section.html);
  }
  return html + "</main>\n" + script(model, findings, sections) + "</body>\n</html>\n";
}

}  // namespace wayworth::reports
