#include "reports/html_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/html_text.hpp"

namespace wayworth::reports {

namespace {

bool differ(const engine::Figures& figures) {
  const auto& npv = figures[engine::Measure::npv].mean;
  const auto& cash = figures[engine::Measure::cash_npv].mean;
  return npv && cash && npv->value != cash->value;
}

/// Whether one word of a condition holds before anything is switched.
bool holds_at_first(std::string_view word) {
  if (word.starts_with("range=")) return word == "range=p10";
  if (word.starts_with("basis=")) return word == "basis=economic";
  if (word.starts_with("focus=")) return word == "focus=0";
  return true;
}

bool all_hold_at_first(std::string_view condition) {
  while (!condition.empty()) {
    const std::size_t end = std::min(condition.find(' '), condition.size());
    if (!holds_at_first(condition.substr(0, end))) return false;
    condition.remove_prefix(std::min(end + 1, condition.size()));
  }
  return true;
}

}  // namespace

std::string View::low_name() const {
  return fmt::format("P{:.0f}", 100.0 * low);
}

std::string View::high_name() const {
  return fmt::format("P{:.0f}", 100.0 * high);
}

bool has_cash_view(const engine::Findings& findings) {
  return std::any_of(findings.options.begin(), findings.options.end(), differ) ||
         std::any_of(findings.initiatives.begin(), findings.initiatives.end(),
                     [](const engine::InitiativeFindings& one) { return differ(one.alone); });
}

std::vector<View> views_of(const engine::Findings& findings) {
  std::vector<View> views = {first_view};
  if (!findings.manifest.point) {
    views.push_back({"p5", 0.05, 0.95});
    views.push_back({"p25", 0.25, 0.75});
  }
  if (has_cash_view(findings)) {
    const std::vector<View> economic = views;
    for (View view : economic) {
      view.is_cash = true;
      views.push_back(view);
    }
  }
  return views;
}

std::string condition_of(const View& view, const engine::Findings& findings) {
  std::string condition;
  if (!findings.manifest.point) condition = std::string("range=") + view.range;
  if (has_cash_view(findings)) {
    condition += (condition.empty() ? "" : " ") + std::string(view.is_cash ? "basis=cash" : "basis=economic");
  }
  return condition;
}

std::string html_basis(const engine::Findings& findings, const char* text) {
  if (!has_cash_view(findings)) return "";
  return "<p class=\"basis\"" + html_when("basis=cash") + ">" + text + "</p>\n";
}

std::string html_when(const std::string& condition) {
  if (condition.empty()) return "";
  return fmt::format(" data-when=\"{}\"{}", html_text(condition), all_hold_at_first(condition) ? "" : " hidden");
}

}  // namespace wayworth::reports
