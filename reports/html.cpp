#include "reports/html.hpp"

#include <fmt/format.h>

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

/// A section of the typed report; its first block is its heading.
Section section_of(const char* id, const Blocks& blocks) {
  if (blocks.empty()) return {id, "", ""};
  return {id, std::get<Heading>(blocks.front()).text, html_blocks(blocks)};
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
          "<h2>" + title + "</h2>\n" + html_blocks(words(model, findings)) + html_blocks(manifest(findings))};
}

std::vector<Section> sections(const Model& model, const Findings& findings) {
  return {section_of("at-a-glance", at_a_glance(model, findings)),
          section_of("options", options(model, findings)),
          section_of("roadmap", roadmap(model, findings)),
          section_of("cash", cash_flow(model, findings)),
          section_of("bridge", value(model, findings)),
          section_of("ranking", ranking(model, findings)),
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

}  // namespace

std::string to_html(const Model& model, const Findings& findings) {
  const std::vector<Section> all = sections(model, findings);
  std::string html = head(model.name) + "<body>\n" + title_block(model, findings);
  html += "<main>\n<section id=\"decision\">\n" + html_page_one(model, findings) + "</section>\n" + contents(all);
  for (const Section& section : all) {
    if (section.html.empty()) continue;
    html += fmt::format("<section id=\"{}\">\n{}</section>\n", section.id, section.html);
  }
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace wayworth::reports
