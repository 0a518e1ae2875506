#include "reports/html_page_one.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_text.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/sections/tiles.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::InitiativeFindings;
using engine::Model;

std::string html_tiles(const Model& model, const Findings& findings, std::size_t option) {
  std::string html = "<dl class=\"tiles\">\n";
  for (const Tile& tile : tiles(model, findings, option)) {
    html += fmt::format("<div><dt>{}</dt><dd><b>{}</b>", html_text(tile.label), html_text(tile.value));
    if (!tile.range.empty()) html += fmt::format("<span>{}</span>", html_text(tile.range));
    html += "</dd></div>\n";
  }
  return html + "</dl>\n";
}

/// The tiles are those of the first option, which all figures of initiatives are about.
std::string option_cards(const Model& model, const Findings& findings) {
  std::string html = "<div class=\"options\">\n";
  const Blocks sentences = decision(model, findings);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto& sentence = std::get<Definition>(sentences[i]);
    html += fmt::format("<article><h3>{}</h3>\n<p>{}</p>\n", html_text(sentence.term), html_text(sentence.text));
    html += html_tiles(model, findings, i) + "</article>\n";
  }
  return html + "</div>\n";
}

std::string list_of(const Model& model, std::vector<const InitiativeFindings*> initiatives) {
  std::stable_sort(initiatives.begin(), initiatives.end(),
                   [](const auto* a, const auto* b) { return a->planned_start < b->planned_start; });
  std::string html = "<ul>\n";
  for (const InitiativeFindings* one : initiatives) {
    html += fmt::format("<li><span>{}</span> <time>{}</time></li>\n", html_text(name_of(model, one->initiative)),
                        month_of_step(model.time, one->planned_start));
  }
  return html + "</ul>\n";
}

std::string phase_card(const Model& model, const Findings& findings, std::optional<std::size_t> phase) {
  std::vector<const InitiativeFindings*> members;
  for (const InitiativeFindings& one : findings.initiatives) {
    if (one.phase == phase) members.push_back(&one);
  }
  if (!phase && members.empty()) return "";
  std::string html = "<section><h4>";
  if (phase) {
    const engine::Phase& of = model.phases[*phase];
    html += fmt::format("{}</h4><p class=\"when\">{} to {}</p>\n", html_text(of.name),
                        month_of_step(model.time, of.from), month_of_step(model.time, of.to));
  } else {
    html += findings.phases.empty() ? "Starts</h4>\n" : "In no phase</h4>\n";
  }
  return html + (members.empty() ? "<p>Nothing starts in it.</p>\n" : list_of(model, members)) + "</section>\n";
}

std::string phase_cards(const Model& model, const Findings& findings) {
  std::string html = "<div class=\"phases\">\n";
  for (const engine::PhaseFindings& phase : findings.phases) html += phase_card(model, findings, phase.phase);
  return html + phase_card(model, findings, std::nullopt) + "</div>\n";
}

}  // namespace

std::string html_page_one(const Model& model, const Findings& findings) {
  const bool has_choice = findings.options.size() > 1;
  std::string html = fmt::format("<h2>{}</h2>\n", has_choice ? "The decision" : "The answer");
  html += option_cards(model, findings);
  html += fmt::format("<h3>The roadmap{}</h3>\n",
                      has_choice ? " of \u201C" + html_text(model.options.front().name) + "\u201D" : "");
  html += phase_cards(model, findings);
  html += "<h3>What is not worth it, and why</h3>\n" + html_blocks(doubts(model, findings));
  return html;
}

}  // namespace wayworth::reports
