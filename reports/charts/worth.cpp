#include <cmath>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/knowledge.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

MaybeChart worth_chart(const engine::Model& model, const engine::Findings& findings, const ReportExtras& extras) {
  const engine::DecisionValue* const decision = choice_among_options(extras);
  if (decision == nullptr) return std::nullopt;
  const std::vector<engine::InputWorth> known = worth_knowing(*decision);
  if (known.empty()) return std::nullopt;
  std::vector<double> sizes;
  for (const engine::InputWorth& one : known) sizes.push_back(one.worth.value.value);
  const Amounts amounts(model, sizes);
  const Cells cells(findings.manifest);
  Json rows = Json::array();
  Table table{"What knowing one input first would be worth, at most",
              model.currency,
              {text_column("Input"), {"Worth", Align::right, 1, true}},
              {}};
  for (const engine::InputWorth& one : known) {
    const engine::Estimate& value = one.worth.value;
    const auto initiative = initiative_of(model, one.input);
    const bool has_error = std::isfinite(value.standard_error);
    rows.push_back({{"initiative", initiative ? static_cast<int>(id_of(*initiative)) : -1},
                    {"name", input_in_words(model, one.input)},
                    {"value", amounts.of(value.value)},
                    {"error", has_error ? Json(amounts.of(value.standard_error)) : Json()}});
    table.rows.push_back({input_in_words(model, one.input), cells.estimate(Kind::money, value)});
    table.about.push_back(initiative ? about_initiative(*initiative) : RowSubject{});
  }
  return Chart{
      "worth",
      "What is worth knowing before choosing",
      "The most that one should pay to know an input before choosing an option. The line is two standard errors "
      "to both sides.",
      {{std::move(table)}},
      text_of({{"kind", "worth"}, {"unit", amounts.unit()}, {"rows", std::move(rows)}})};
}

}  // namespace wayworth::reports
