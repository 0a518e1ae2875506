#include <fmt/format.h>

#include "reports/charts/chart.hpp"
#include "reports/comparison_report.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_chart.hpp"
#include "reports/html_text.hpp"
#include "reports/sections/comparison_parts.hpp"

namespace wayworth::reports {

namespace {

/// Nothing to pick: the sides of a comparison are always all shown.
constexpr const char* no_choices = R"({"initiatives":[],"options":[],"hasChance":false,"hasCash":false})";

/// Sections with the charts that stand under their headings.
class Page {
public:
  void add(const char* id, Blocks blocks, MaybeChart chart = {}) {
    if (blocks.empty()) return;
    html_ += fmt::format("<section id=\"{}\">\n", id);
    if (chart) {
      html_ += html_blocks({blocks.front()}) + html_chart(*chart);
      charts_.push_back(std::move(*chart));
      blocks.erase(blocks.begin());
    }
    html_ += html_blocks(blocks) + "</section>\n";
  }

  /// The sentence for a mail as the headline; each sentence can be copied.
  void add_answer(const Blocks& sentences) {
    html_ += "<section id=\"answer\">\n";
    for (const Block& block : sentences) {
      if (const auto* const answer = std::get_if<Answer>(&block)) {
        html_ += "<h2 class=\"lead copyable\">" + html_text(answer->text) + "</h2>\n";
      } else if (const auto* const paragraph = std::get_if<Paragraph>(&block)) {
        html_ += "<p class=\"copyable\">" + html_text(paragraph->text) + "</p>\n";
      }
    }
    html_ += "</section>\n";
  }

  [[nodiscard]] std::string html() const {
    const std::string note = charts_.empty() ? "" : html_without_charts();
    return "<main>\n" + note + html_ + "</main>\n" + html_chart_script(no_choices, charts_);
  }

private:
  std::string html_;
  std::vector<Chart> charts_;
};

Blocks joined(Blocks blocks, const Blocks& more) {
  blocks.insert(blocks.end(), more.begin(), more.end());
  return blocks;
}

}  // namespace

std::string comparison_html(const ComparisonStory& story) {
  Page page;
  page.add_answer(compared_answer(story));
  page.add("side-by-side", joined(joined(compared_figures(story), compared_limits(story)), compared_wins(story)),
           compared_curves_chart(story));
  page.add("changes", compared_changes(story), change_bridge_chart(story));
  page.add("arguments", compared_arguments(story));
  page.add("weighing", compared_weighing(story));
  page.add("initiatives", compared_initiatives(story));
  page.add("method", compared_method(story));
  const std::string title = comparison_report(story).title;
  return html_head(title) + "<body>\n<header><h1>" + html_text(title) + "</h1></header>\n" + page.html() +
         "</body>\n</html>\n";
}

}  // namespace wayworth::reports
