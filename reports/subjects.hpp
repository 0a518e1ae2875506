#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// The figures of one subject with its names, keys of the scenario.
struct NamedFigures {
  std::string option;
  std::string_view scope;  ///< programme or alone
  std::string initiative;  ///< empty for the programme
  const engine::Figures* figures;
};

/// Every subject of the findings, which must outlive the result: each option's programme, then each initiative alone.
std::vector<NamedFigures> all_figures(const engine::Model& model, const engine::Findings& findings);

/// "USD", "USD/year", "ratio", "months" or "FTE".
std::string unit_of(engine::Measure measure, const std::string& currency);

/// One of the quantiles that a Summary has; nothing when it has none.
/// \param p  one of engine::summary_probabilities
std::optional<engine::Estimate> quantile(const engine::Summary& summary, double p);

/// What a sampling method, a point or a timing is called in a scenario.
std::string_view name_of(engine::Sampling sampling);
std::string_view name_of(engine::Point point);
std::string_view name_of(engine::DiscountTiming timing);

/// "2026-01"
std::string start_of(const engine::Timeline& time);

}  // namespace wayworth::reports
