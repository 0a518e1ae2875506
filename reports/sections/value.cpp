#include "reports/cells.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

Blocks value(const engine::Model& model, const engine::Findings& findings) {
  if (findings.by_npv.size() < 2) return {};
  const Cells cells(findings.manifest);
  Table table{findings.manifest.point ? "NPV alone, and as the last one added to all others"
                                      : "Mean NPV alone, and as the last one added to all others",
              model.currency,
              {},
              {}};
  table.columns = {
      {"Initiative", Align::left, 1, false}, {"Alone", Align::right, 1, true}, {"Last", Align::right, 1, true}};
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::InitiativeFindings& initiative = findings_of(findings, ranked.initiative);
    table.rows.push_back({name_of(model, ranked.initiative), cells.mean(engine::Measure::npv, initiative.alone),
                          cells.mean(engine::Measure::npv, initiative.last)});
  }
  const auto add = [&](const char* name, const engine::Estimate& estimate) {
    table.rows.push_back({std::string(name), cells.estimate(Kind::money, estimate), Instead{""}});
  };
  add("= Sum of the parts", findings.bridge.sum_alone);
  add("+ Overlap (-) or synergy (+)", findings.bridge.overlap);
  add("= Programme", findings.bridge.programme);
  return {
      Heading{"From the parts to the programme"},
      Paragraph{"Initiatives that work on the same thing take value from each other: the programme is not the sum of "
                "its parts."},
      std::move(table)};
}

}  // namespace wayworth::reports
