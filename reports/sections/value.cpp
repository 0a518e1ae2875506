#include <fmt/format.h>

#include "reports/cells.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

Cell share_cell(const Cells& cells, const engine::Contribution& contribution) {
  if (!contribution.share) return Instead{"too many"};
  return cells.estimate(Kind::money, contribution.share);
}

std::string how_sampled(const engine::Findings& findings) {
  const std::size_t pairs = findings.manifest.order_pairs;
  if (pairs == 0) return "";
  return fmt::format(" Shares rest on {} of the possible orders, each with its reverse (--exact-shares takes more).",
                     pairs);
}

}  // namespace

Blocks value(const engine::Model& model, const engine::Findings& findings) {
  if (findings.by_npv.size() < 2) return {};
  const Cells cells(findings.manifest);
  Table table{findings.manifest.point ? "NPV of each initiative, alone and in the programme"
                                      : "Mean NPV of each initiative, alone and in the programme",
              model.currency,
              {},
              {}};
  table.columns = {{"Initiative", Align::left, 1, false},
                   {"Alone", Align::right, 1, true},
                   {"Share", Align::right, 1, true},
                   {"Last", Align::right, 1, true},
                   {"In order", Align::right, 2, true}};
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::InitiativeFindings& initiative = findings_of(findings, ranked.initiative);
    const engine::Contribution& contribution = contribution_of(findings, ranked.initiative);
    table.rows.push_back({name_of(model, ranked.initiative), cells.mean(engine::Measure::npv, initiative.alone),
                          share_cell(cells, contribution), cells.estimate(Kind::money, initiative.npv_as_last.mean),
                          cells.estimate(Kind::money, contribution.in_order)});
    table.about.push_back(about_initiative(ranked.initiative));
  }
  const Cell programme = cells.estimate(Kind::money, findings.bridge.programme);
  const bool has_shares = findings.contributions.front().share.has_value();
  const auto add = [&](const char* name, const engine::Estimate& estimate) {
    table.rows.push_back(
        {std::string(name), cells.estimate(Kind::money, estimate), Instead{""}, Instead{""}, Instead{""}});
  };
  add("= Sum of the parts", findings.bridge.sum_alone);
  add("+ Overlap (-) or synergy (+)", findings.bridge.overlap);
  table.rows.push_back(
      {std::string("= Programme"), programme, has_shares ? programme : Instead{""}, Instead{""}, programme});
  table.sums = 3;
  return {
      Heading{"From the parts to the programme"},
      Paragraph{"Initiatives that work on the same thing take value from each other: the programme is not the sum of "
                "its parts. \"Share\" is what an initiative adds to those before it, on average over all orders in "
                "which they could come (Shapley value); \"In order\" is what it adds in the order of the roadmap. "
                "Both add up to the programme." +
                how_sampled(findings)},
      std::move(table)};
}

}  // namespace wayworth::reports
