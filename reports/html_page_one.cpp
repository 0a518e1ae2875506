#include "reports/html_page_one.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/phases.hpp"
#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_text.hpp"
#include "reports/html_view.hpp"
#include "reports/sections/claims.hpp"
#include "reports/sections/phase_words.hpp"
#include "reports/sections/roadmap_plan.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/sections/tiles.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

/// "P10 23.6M, P90 46.3M" breaks behind its commas and semicolons only.
std::string unbroken_parts(const std::string& range) {
  std::string html;
  for (std::size_t from = 0; from < range.size();) {
    const std::size_t mark = std::min(range.find(", ", from), range.find("; ", from));
    const std::size_t end = mark == std::string::npos ? range.size() : mark + 1;
    html += fmt::format("{}<i>{}</i>", html.empty() ? "" : " ", html_text(range.substr(from, end - from)));
    from = end + 1;
  }
  return html;
}

std::string html_tiles(const Model& model, const Findings& findings, std::size_t option, const View& view) {
  std::string html = "<dl class=\"tiles\"" + html_when(condition_of(view, findings)) + ">\n";
  for (const Tile& tile : tiles(model, findings, option, view)) {
    html += fmt::format("<div><dt>{}</dt><dd><b>{}</b>", html_text(tile.label), html_text(tile.value));
    if (!tile.range.empty()) html += "<span>" + unbroken_parts(tile.range) + "</span>";
    html += "</dd></div>\n";
  }
  return html + "</dl>\n";
}

/// The options as they stand in the scenario, but for the one that is worth choosing.
std::vector<std::size_t> chosen_first(std::size_t options, std::size_t chosen) {
  std::vector<std::size_t> order = {chosen};
  for (std::size_t i = 0; i < options; ++i) {
    if (i != chosen) order.push_back(i);
  }
  return order;
}

std::string option_cards(const Model& model, const Findings& findings, const engine::BrokenLimits& limits) {
  const bool has_choice = findings.options.size() > 1;
  std::string html =
      html_basis(findings,
                 "Cash-releasing: the NPV and the chance of loss in the figures below count only savings "
                 "that leave the budget. The sentences, and figures that say so, are economic: they "
                 "count all savings.") +
      "<div class=\"options\">\n";
  const Blocks sentences = decision(model, findings, limits);
  const std::vector<View> views = views_of(findings);
  const std::size_t best_option = best_on_average(findings);
  for (const std::size_t i : chosen_first(sentences.size(), best_option)) {
    const auto& sentence = std::get<Definition>(sentences[i]);
    const bool best = has_choice && i == best_option;
    html += fmt::format("<article{}{}><h3>{}{}</h3>\n<p class=\"copyable\">{}</p>\n", best ? " class=\"best\"" : "",
                        has_choice ? html_when(fmt::format("option={}", i)) : "", html_text(sentence.term),
                        best ? " <small class=\"badge\">most on average</small>" : "", html_text(sentence.text));
    for (const View& view : views) html += html_tiles(model, findings, i, view);
    html += "</article>\n";
  }
  return html + "</div>\n";
}

std::string list_of(const Model& model, const std::vector<Start>& starts) {
  std::string html = "<ul>\n";
  for (const Start& one : starts) {
    html += fmt::format("<li{}><span>{}</span> <time>{}</time></li>\n",
                        html_when(fmt::format("initiative={}", engine::index_of(one.initiative))),
                        html_text(name_of(model, one.initiative)), month_of_step(model.time, one.step));
  }
  return html + "</ul>\n";
}

/// What is known of the money of a phase is that of the first option.
std::string phase_card(const Model& model, const Findings& findings, std::size_t option, std::size_t phase) {
  const engine::Phase& of = model.phases[phase];
  const std::vector<Start> starts = starts_in(model, model.options[option], phase);
  std::string html = fmt::format("<section><h4>{}</h4><p class=\"when\">{} to {}</p>\n", html_text(of.name),
                                 month_of_step(model.time, of.from), month_of_step(model.time, of.to));
  html += starts.empty() ? "<p>Nothing starts in it.</p>\n" : list_of(model, starts);
  for (const engine::PhaseFindings& found : findings.phases) {
    if (option != 0 || found.phase != phase) continue;
    html += "<p class=\"money\">" + html_text(money_of_phase(model, findings, found)) + "</p>\n";
  }
  return html + "</section>\n";
}

std::string phase_cards(const Model& model, const Findings& findings, std::size_t option) {
  const std::string look = model.phases.empty() ? " one" : "";
  std::string html = "<div class=\"phases" + look + "\">\n";
  for (std::size_t phase = 0; phase < model.phases.size(); ++phase) {
    html += phase_card(model, findings, option, phase);
  }
  const std::vector<Start> others = starts_in(model, model.options[option], std::nullopt);
  if (!others.empty()) {
    html += fmt::format("<section><h4>{}</h4>\n{}</section>\n", model.phases.empty() ? "Starts" : "In no phase",
                        list_of(model, others));
  }
  return html + "</div>\n";
}

/// Of a roadmap that was searched for, the search knows why an initiative is not in it.
std::string not_done(const Model& model, const Findings& findings, const ReportExtras& extras) {
  if (extras.roadmap != nullptr && !extras.roadmap->left_out.empty()) {
    Blocks blocks = roadmap_left_out(model, *extras.roadmap);
    blocks.erase(blocks.begin());
    return html_blocks(blocks);
  }
  return html_blocks(doubts(model, findings));
}

}  // namespace

std::string html_page_one(const Model& model, const Findings& findings, const ReportExtras& extras) {
  const bool has_choice = findings.options.size() > 1;
  const engine::BrokenLimits limits = extras.broken_limits();
  std::string html = fmt::format("<h2 class=\"lead copyable\">{}</h2>\n", html_text(lead(model, findings, limits)));
  html += option_cards(model, findings, limits);
  const std::size_t best = best_on_average(findings);
  html += fmt::format("<h3>The roadmap{}</h3>\n",
                      has_choice ? " of \u201C" + html_text(model.options[best].name) + "\u201D" : "");
  html += phase_cards(model, findings, best);
  html += "<h3>What is not worth it, and why</h3>\n" + not_done(model, findings, extras);
  return html;
}

}  // namespace wayworth::reports
