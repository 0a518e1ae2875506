#pragma once

#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// How a reader wants ranges and savings shown. All views of a figure are in the page and one of them is shown, so that
/// switching needs no arithmetic in the browser.
///
/// Conditions are words such as "range=p10 basis=cash initiative=3 option=0 focus=0", which must all hold; without a
/// script the first view is the one that is shown. reports/web/src/page/conditions.ts reads them.
struct View {
  const char* range;  ///< of conditions
  double low;         ///< ends of the range, of engine::summary_probabilities
  double high;
  bool is_cash = false;  ///< NPV with the savings only that leave the budget

  [[nodiscard]] engine::Measure npv() const { return is_cash ? engine::Measure::cash_npv : engine::Measure::npv; }
  [[nodiscard]] std::string low_name() const;   ///< "P10"
  [[nodiscard]] std::string high_name() const;  ///< "P90"
};

/// The view that is shown first.
inline constexpr View first_view{"p10", 0.1, 0.9};

/// Whether economic and cash-releasing NPV differ for any option or initiative.
bool has_cash_view(const engine::Findings& findings);

/// The views that tell something of their own: ranges need chance, the other NPV savings that stay in the budget.
std::vector<View> views_of(const engine::Findings& findings);

/// "range=p10 basis=cash"; empty where there is but one view.
std::string condition_of(const View& view, const engine::Findings& findings);

/// A note that is shown while the cash-releasing NPV is chosen; nothing where there is no choice.
std::string html_basis(const engine::Findings& findings, const char* text);

/// ` data-when="..."`, with ` hidden` when it does not hold before anything is switched.
std::string html_when(const std::string& condition);

}  // namespace wayworth::reports
