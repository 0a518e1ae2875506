#include "reports/html.hpp"

#include <fmt/format.h>

#include <vector>

#include "reports/charts.hpp"
#include "reports/html_assets.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_page_one.hpp"
#include "reports/html_text.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

struct Section {
  const char* id;
  std::string title;
  std::string html;
  std::vector<Chart> charts{};  ///< whose data the script needs
};

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

/// The chart's place, which stays hidden until the script draws, and the figures behind it.
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
  return html + "<details><summary>The figures behind it</summary>\n" + html_table(chart.table) +
         "</details></figure>\n";
}

/// A section of the typed report; its first block is its heading, and its charts stand below that.
Section section_of(const char* id, const Blocks& blocks, std::vector<Chart> charts = {}) {
  if (blocks.empty()) return {id, "", ""};
  std::string html = html_blocks({blocks.front()});
  for (const Chart& chart : charts) html += html_chart(chart);
  html += html_blocks({blocks.begin() + 1, blocks.end()});
  return {id, std::get<Heading>(blocks.front()).text, html, std::move(charts)};
}

/// What has charts and no tables of its own.
Blocks heading_if(const std::vector<Chart>& charts, const char* text) {
  if (charts.empty()) return {};
  return {Heading{text}};
}

Section initiatives(const Model& model, const Findings& findings) {
  std::string html = "<h2>Initiative by initiative</h2>\n";
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    html += "<article class=\"initiative\">\n" + html_blocks(initiative_page(model, findings, ranked.initiative), 3) +
            "</article>\n";
  }
  return {"initiatives", "Initiative by initiative", findings.by_npv.empty() ? "" : html};
}

Section method(const Model& model, const Findings& findings) {
  const std::string title = "What the words mean, and how to make this report again";
  return {"method", title,
          "<h2>" + title + "</h2>\n" + html_blocks(words(model, findings)) + html_blocks(dependence(model, findings)) +
              html_blocks(manifest(findings))};
}

/// Without phases the roadmap has no tables.
Blocks roadmap_blocks(const Model& model, const Findings& findings) {
  Blocks blocks = roadmap(model, findings);
  if (blocks.empty() && !findings.initiatives.empty()) blocks.emplace_back(Heading{"Roadmap"});
  return blocks;
}

std::vector<Section> sections(const Model& model, const Findings& findings) {
  const std::vector<Chart> distributions = distribution_charts(model, findings);
  return {section_of("at-a-glance", at_a_glance(model, findings)),
          section_of("options", options(model, findings)),
          section_of("roadmap", roadmap_blocks(model, findings), roadmap_charts(model, findings)),
          section_of("distributions", heading_if(distributions, "How the NPV is distributed"), distributions),
          section_of("cash", cash_flow(model, findings), cash_charts(model, findings)),
          section_of("bridge", value(model, findings), bridge_charts(model, findings)),
          section_of("ranking", ranking(model, findings), ranking_charts(model, findings)),
          initiatives(model, findings),
          section_of("assumptions", assumptions(model)),
          section_of("warnings", warnings(model, findings)),
          method(model, findings)};
}

std::string contents(const std::vector<Section>& sections) {
  std::string html = "<nav aria-label=\"Contents\"><ul>\n";
  for (const Section& section : sections) {
    if (section.html.empty()) continue;
    html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, html_text(section.title));
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

/// The data of all charts, and the script that draws them.
std::string script(const std::vector<Section>& sections) {
  if (chart_script().empty()) return "";
  std::string data;
  for (const Section& section : sections) {
    for (const Chart& chart : section.charts)
      data += fmt::format("{}\"{}\":{}", data.empty() ? "" : ",\n", chart.id, chart.data);
  }
  return "<script type=\"application/json\" id=\"chart-data\">{" + json_in_html(data) + "}</script>\n<script>" +
         std::string(chart_script()) + "</script>\n";
}

constexpr const char* no_charts =
    "<p class=\"note\">This Wayworth was built without charts (WAYWORTH_WEB=OFF, or npm was missing); the tables hold "
    "all "
    "figures.</p>\n";

}  // namespace

std::string to_html(const Model& model, const Findings& findings) {
  const std::vector<Section> all = sections(model, findings);
  std::string html = head(model.name) + "<body>\n" + title_block(model, findings);
  html += "<main>\n<section id=\"decision\">\n" + html_page_one(model, findings) + "</section>\n" + contents(all);
  if (chart_script().empty()) html += no_charts;
  for (const Section& section : all) {
    if (section.html.empty()) continue;
    html += fmt::format("<section id=\"{}\">\n{}</section>\n", section.id, section.html);
  }
  return html + "</main>\n" + script(all) + "</body>\n</html>\n";
}

}  // namespace wayworth::reports
