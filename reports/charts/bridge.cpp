#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

constexpr std::size_t most_parts = 24;  ///< more bars than that cannot be read: the least in size become one

/// The places in the ranking whose bars are drawn.
std::vector<bool> drawn_parts(const Findings& findings) {
  std::vector<bool> drawn(findings.by_npv.size(), true);
  if (drawn.size() <= most_parts) return drawn;
  // The ranking falls from gains to losses: the least in size lie in between.
  std::vector<std::size_t> order(drawn.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::fabs(findings.by_npv[a].value.value) > std::fabs(findings.by_npv[b].value.value);
  });
  for (std::size_t i = most_parts; i < order.size(); ++i) drawn[order[i]] = false;
  return drawn;
}

Json steps_of(const Model& model, const Findings& findings, const Amounts& amounts) {
  Json steps = Json::array();
  const auto add = [&](int initiative, const std::string& name, double value, bool is_total) {
    steps.push_back({{"initiative", initiative}, {"name", name}, {"value", amounts.of(value)}, {"isTotal", is_total}});
  };
  const std::vector<bool> drawn = drawn_parts(findings);
  double rest = 0.0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < findings.by_npv.size(); ++i) {
    const engine::RankedInitiative& part = findings.by_npv[i];
    if (drawn[i]) {
      add(static_cast<int>(id_of(part.initiative)), name_of(model, part.initiative), part.value.value, false);
    } else {
      rest += part.value.value;
      ++others;
    }
  }
  if (others > 0) add(-1, fmt::format("{} others", others), rest, false);
  add(-1, "Sum of the parts", findings.bridge.sum_alone.value, true);
  add(-1, findings.bridge.overlap.value < 0.0 ? "Overlap" : "Synergy", findings.bridge.overlap.value, false);
  add(-1, "Programme", findings.bridge.programme.value, true);
  return steps;
}

Table table_of(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{"From the sum of the parts to the programme, mean NPV",
              model.currency,
              {text_column(""), {"NPV", Align::right, 1, true}},
              {}};
  const auto add = [&](const std::string& name, const engine::Estimate& value) {
    table.rows.push_back({name, cells.estimate(Kind::money, value)});
  };
  for (const auto& ranked : findings.by_npv) {
    add(name_of(model, ranked.initiative), ranked.value);
    table.about.push_back(about_initiative(ranked.initiative));
  }
  add("= Sum of the parts", findings.bridge.sum_alone);
  add("+ Overlap (-) or synergy (+)", findings.bridge.overlap);
  add("= Programme", findings.bridge.programme);
  table.sums = 3;
  return table;
}

}  // namespace

MaybeChart bridge_chart(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2) return std::nullopt;
  const Amounts amounts(model, {findings.bridge.sum_alone.value, findings.bridge.programme.value});
  const Cells cells(findings.manifest);
  const auto money = [&](const engine::Estimate& estimate) {
    return model.currency + " " + in_words(cells.estimate(Kind::money, estimate));
  };
  return Chart{
      "npv-bridge",
      "From the sum of the parts to the programme",
      fmt::format("The parts add up to {}; what they take from or give to each other is {}; the programme is worth {}.",
                  money(findings.bridge.sum_alone), money(findings.bridge.overlap), money(findings.bridge.programme)),
      {{table_of(model, findings)}},
      text_of({{"kind", "bridge"}, {"unit", amounts.unit()}, {"steps", steps_of(model, findings, amounts)}})};
}

}  // namespace wayworth::reports
