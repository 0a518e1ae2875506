#include "reports/html_sections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/html_blocks.hpp"
#include "reports/html_chart.hpp"
#include "reports/html_text.hpp"
#include "reports/html_view.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/claims.hpp"
#include "reports/sections/is_uncertain.hpp"
#include "reports/sections/knowledge.hpp"
#include "reports/sections/option_limits.hpp"
#include "reports/sections/roadmap_plan.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

/// What a section is put together from.
class SectionBuilder {
public:
  SectionBuilder(const char* id, std::string topic, std::string claim) : section_{id, std::move(topic), {}, {}} {
    section_.claim = std::move(claim);
  }

  SectionBuilder& add(const Blocks& blocks) {
    section_.html += html_blocks(blocks);
    return *this;
  }

  /// What the choice of the NPV leaves as it is, shown while the cash-releasing one is chosen.
  SectionBuilder& add_basis(const Findings& findings, const char* text) {
    section_.html = html_basis(findings, text) + section_.html;
    return *this;
  }

  /// Blocks whose heading the section's own stands for.
  SectionBuilder& add_headless(Blocks blocks) {
    if (!blocks.empty() && std::holds_alternative<Heading>(blocks.front())) blocks.erase(blocks.begin());
    return add(blocks);
  }

  SectionBuilder& add(MaybeChart chart) {
    if (!chart) return *this;
    section_.html += html_chart(*chart);
    section_.charts.push_back(std::move(*chart));
    return *this;
  }

  SectionBuilder& add_html(const std::string& html) {
    section_.html += html;
    return *this;
  }

  HtmlSection take() { return std::move(section_); }

private:
  HtmlSection section_;
};

constexpr const char* switched_in_part =
    "Cash-releasing: NPV and chance of loss in the tables and charts below. The sentences, ROI, payback, IRR and rank "
    "count all savings (economic).";
constexpr const char* all_economic = "Economic: here all savings count, whatever is chosen above.";

HtmlSection nothing(const char* id) {
  return {id, {}, {}, {}};
}

/// A table once for every view of it.
template <class TableOf>
std::string html_views(const Findings& findings, const TableOf& table_of) {
  std::string html;
  for (const View& view : views_of(findings)) {
    html += "<div" + html_when(condition_of(view, findings)) + ">\n" + html_table(table_of(view)) + "</div>\n";
  }
  return html;
}

HtmlSection glance_section(const Model& model, const Findings& findings) {
  if (findings.by_npv.empty()) return nothing("at-a-glance");
  SectionBuilder section("at-a-glance", "Initiatives", glance_claim(model, findings));
  section.add({at_a_glance(model, findings)[1]});
  section.add_html(
      html_views(findings, [&](const View& view) { return std::get<Table>(at_a_glance(model, findings, view)[2]); }));
  return section.add_basis(findings, switched_in_part).take();
}

HtmlSection options_section(const Model& model, const Findings& findings, const ReportExtras& extras) {
  const engine::BrokenLimits limits = extras.limits == nullptr ? engine::BrokenLimits{} : *extras.limits;
  if (findings.options.size() < 2) return nothing("options");
  SectionBuilder section("options", "Options", options_claim(model, findings));
  section.add(curves_chart(model, findings));
  Blocks sentences = options(model, findings);
  sentences.pop_back();
  section.add_headless(std::move(sentences));
  section.add_html(html_views(
      findings, [&](const View& view) { return with_limits(options_table(model, findings, view), limits); }));
  section.add_headless(broken_limits(model, limits));
  return section.add_basis(findings, switched_in_part).take();
}

HtmlSection worlds_section(const Model& model, const Findings& findings) {
  if (findings.worlds.empty()) return nothing("worlds");
  return SectionBuilder("worlds", "Worlds", worlds_claim(model, findings))
      .add_headless(worlds(model, findings))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection roadmap_section(const Model& model, const Findings& findings, const ReportExtras& extras) {
  if (findings.initiatives.empty()) return nothing("roadmap");
  SectionBuilder section("roadmap", "Roadmap", roadmap_claim(model, findings));
  if (best_on_average(findings) != 0) {
    section.add({Paragraph{first_option_note(model)}});
  }
  section.add(gantt_chart(model, findings));
  section.add_headless(roadmap(model, findings));
  if (extras.roadmap != nullptr) {
    section.add(frontier_chart(model, extras));
    section.add(roadmap_search(model, *extras.roadmap));
    section.add(roadmap_stability(model, *extras.roadmap));
    section.add(roadmap_prices(model, *extras.roadmap));
  }
  return section.add_basis(findings, all_economic).take();
}

HtmlSection distribution_section(const Model& model, const Findings& findings) {
  if (!is_uncertain(model, findings)) return nothing("distributions");
  return SectionBuilder("distributions", "Range of outcomes", distribution_claim(model, findings))
      .add(histogram_chart(model, findings))
      .add_basis(findings, switched_in_part)
      .take();
}

HtmlSection cash_section(const Model& model, const Findings& findings) {
  return SectionBuilder("cash", "Cash", cash_claim(model, findings))
      .add(fan_chart(model, findings))
      .add_headless(cash_flow(model, findings))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection bridge_section(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2) return nothing("bridge");
  return SectionBuilder("bridge", "Parts and programme", bridge_claim(model, findings))
      .add(bridge_chart(model, findings))
      .add_headless(value(model, findings))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection ranking_section(const Model& model, const Findings& findings) {
  if (findings.by_npv.empty()) return nothing("ranking");
  return SectionBuilder("ranking", "Ranking", ranking_claim(model, findings))
      .add(ranks_chart(model, findings))
      .add(bubbles_chart(model, findings))
      .add_headless(ranking(model, findings))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection drives_section(const Model& model, const Findings& findings, const ReportExtras& extras) {
  if (extras.sensitivity == nullptr && extras.of_run == nullptr) return nothing("drives");
  SectionBuilder section("drives", "What drives it", drives_claim(model, extras));
  section.add(tornado_chart(model, findings, extras)).add(spider_chart(model, extras));
  for (Chart& chart : two_way_charts(model, extras)) section.add(MaybeChart(std::move(chart)));
  return section.add_basis(findings, all_economic).take();
}

HtmlSection turns_section(const Model& model, const Findings& findings, const ReportExtras& extras) {
  if (extras.sensitivity == nullptr) return nothing("turns");
  constexpr std::size_t most_rows = 12;
  return SectionBuilder("turns", "What would turn it", turns_claim(*extras.sensitivity))
      .add_headless(flip_section(model, *extras.sensitivity, input_in_words))
      .add_html(html_blocks(tail_section(model, *extras.sensitivity, most_rows, input_in_words), 3))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection knowledge_section(const Model& model, const Findings& findings, const ReportExtras& extras) {
  if (choice_among_options(extras) == nullptr) return nothing("knowledge");
  return SectionBuilder("knowledge", "What to find out", knowledge_claim(model, extras))
      .add(knowledge(model, extras))
      .add(worth_chart(model, findings, extras))
      .add(break_evens(model, extras))
      .add_basis(findings, all_economic)
      .take();
}

HtmlSection customers_section(const Model& model, const Findings& findings) {
  if (findings.segments.empty()) return nothing("customers-section");
  return SectionBuilder("customers-section", "Customers", customers_claim(model, findings))
      .add(customers_chart(model))
      .add_headless(segments(model, findings))
      .take();
}

HtmlSection initiatives_section(const Model& model, const Findings& findings) {
  if (findings.by_npv.empty()) return nothing("initiatives");
  const std::size_t count = findings.by_npv.size();
  HtmlSection section{"initiatives", "Each initiative",
                      count == 1 ? "The initiative" : fmt::format("The {} initiatives, one by one", count),
                      html_basis(findings, all_economic)};
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::InitiativeFindings& found = findings_of(findings, ranked.initiative);
    SectionBuilder page("", "", "");
    page.add(initiative_histogram(model, findings, found));
    HtmlSection with_chart = page.take();
    section.html += fmt::format("<article class=\"initiative\"{}>\n",
                                html_when(fmt::format("initiative={}", engine::index_of(ranked.initiative))));
    const Blocks blocks = initiative_page(model, findings, ranked.initiative);
    const auto tables = std::find_if(blocks.begin(), blocks.end(),
                                     [](const Block& block) { return std::holds_alternative<Table>(block); });
    section.html += html_blocks({blocks.begin(), tables}, 3) + "<div class=\"pair\">\n<div>\n" +
                    html_blocks({tables, blocks.end()}, 4) + "</div>\n" + with_chart.html + "</div>\n";
    const Blocks account = initiative_account(model, ranked.initiative);
    section.html += html_blocks({account.front()}, 4);
    if (account.size() > 1) {
      section.html += "<details class=\"account\"><summary>From driver to money</summary>\n" +
                      html_blocks({account.begin() + 1, account.end()}, 4) + "</details>\n";
    }
    section.html += "</article>\n";
    for (Chart& chart : with_chart.charts) section.charts.push_back(std::move(chart));
  }
  return section;
}

HtmlSection assumptions_section(const Model& model, const ReportExtras& extras) {
  return SectionBuilder("assumptions", "Assumptions", assumptions_claim(model))
      .add_headless(assumptions(model))
      .add(uncertain_inputs(model, extras))
      .take();
}

HtmlSection warnings_section(const Model& model, const Findings& findings) {
  const Blocks blocks = warnings(model, findings);
  const std::size_t count = blocks.size() - 1;
  const bool has_none = count == 1 && std::holds_alternative<Paragraph>(blocks.back());
  return SectionBuilder("warnings", "Warnings",
                        has_none ? "No warnings" : fmt::format("{} warning{}", count, count == 1 ? "" : "s"))
      .add_headless(blocks)
      .take();
}

HtmlSection method_section(const Model& model, const Findings& findings) {
  return SectionBuilder("method", "Method", "What the words mean, and how to make this report again")
      .add(words(model, findings))
      .add(dependence(model, findings))
      .add(manifest(findings))
      .take();
}

}  // namespace

std::vector<HtmlSection> html_sections(const Model& model, const Findings& findings, const ReportExtras& extras) {
  std::vector<HtmlSection> sections;
  sections.push_back(glance_section(model, findings));
  sections.push_back(options_section(model, findings, extras));
  sections.push_back(worlds_section(model, findings));
  sections.push_back(roadmap_section(model, findings, extras));
  sections.push_back(distribution_section(model, findings));
  sections.push_back(cash_section(model, findings));
  sections.push_back(bridge_section(model, findings));
  sections.push_back(ranking_section(model, findings));
  sections.push_back(drives_section(model, findings, extras));
  sections.push_back(turns_section(model, findings, extras));
  sections.push_back(knowledge_section(model, findings, extras));
  sections.push_back(customers_section(model, findings));
  sections.push_back(initiatives_section(model, findings));
  sections.push_back(assumptions_section(model, extras));
  sections.push_back(warnings_section(model, findings));
  sections.push_back(method_section(model, findings));
  return sections;
}

}  // namespace wayworth::reports
