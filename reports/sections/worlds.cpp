#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;
using engine::WorldFindings;

Cell quantile_cell(const Cells& cells, const engine::Summary& npv, double p) {
  return cells.estimate(Kind::money, quantile(npv, p));
}

std::vector<Cell> row_of(const Model& model, const WorldFindings& world, const Cells& cells) {
  const engine::World& described = model.worlds->list[world.world];
  std::vector<Cell> row = {described.name, Instead{fmt::format("{:.3g} %", 100.0 * described.probability)}};
  if (world.npv.empty()) {
    row.resize(model.options.size() > 1 ? 8 : 7, Instead{"?"});
    return row;
  }
  const engine::Summary& npv = world.npv.front();
  row.push_back(cells.estimate(Kind::money, npv.mean));
  for (const double p : {0.1, 0.5, 0.9}) row.push_back(quantile_cell(cells, npv, p));
  row.push_back(npv.probability_of_loss ? Cell(Probability{npv.probability_of_loss->value, world.trials})
                                        : Cell(Instead{"?"}));
  if (model.options.size() > 1) row.emplace_back(model.options[world.best].name);
  return row;
}

}  // namespace

Blocks worlds(const Model& model, const Findings& findings) {
  if (findings.worlds.empty()) return {};
  const Cells cells(findings.manifest);
  Table table{fmt::format("NPV of \u201C{}\u201D by world", model.options.front().name), model.currency, {}, {}};
  table.columns = {{"World", Align::left, 1, false},    {"Chance", Align::right, 1, false},
                   {"NPV mean", Align::right, 1, true}, {"P10", Align::right, 2, false},
                   {"P50", Align::right, 4, false},     {"P90", Align::right, 2, false},
                   {"P(loss)", Align::right, 1, false}};
  if (model.options.size() > 1) table.columns.push_back({"Best option there", Align::left, 3, false});
  for (const WorldFindings& world : findings.worlds) table.rows.push_back(row_of(model, world, cells));
  return {Heading{"World by world"}, std::move(table),
          Paragraph{"Each line is about the trials in which the world turned out so; the errors are those of that many "
                    "independent trials. All other figures of this report are about all worlds together."}};
}

}  // namespace wayworth::reports
