#include <fmt/format.h>

#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Convergence;
using engine::Sensitivity;
using engine::Summary;

constexpr double clear = 3.0;  ///< standard errors from which on a difference is no chance

std::vector<Cell> row_of(const Cells& cells, const std::string& name, const Summary& npv, std::uint64_t trials) {
  const auto& quantiles = npv.quantiles;
  const auto percentile = [&](std::size_t place) -> Cell {
    return quantiles ? cells.estimate(Kind::money, (*quantiles)[place]) : Cell(Instead{"?"});
  };
  return {Instead{name}, cells.estimate(Kind::money, npv.mean),
          percentile(1), percentile(3),
          percentile(5), Probability{npv.probability_of_loss->value, trials}};
}

}  // namespace

Blocks settled_section(const engine::Model& model, const Sensitivity& found) {
  const Convergence& convergence = found.convergence;
  const Cells cells(found.manifest);
  Table table{"The NPV of fewer trials, and with another seed", model.currency, {}, {}};
  table.columns = {{"Trials", Align::right, 1, false}, {"Mean", Align::right, 1, true},
                   {"P10", Align::right, 1, false},    {"P50", Align::right, 2, false},
                   {"P90", Align::right, 1, false},    {"P(loss)", Align::right, 1, false}};
  for (const Convergence::Step& step : convergence.steps) {
    table.rows.push_back(row_of(cells, grouped(static_cast<double>(step.trials), 0), step.npv, step.trials));
  }
  Blocks blocks = {Heading{"Would more trials say something else"}};
  if (!convergence.with_other_seed.mean) {
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(Paragraph{fmt::format(
        "With seed {0} a trial has no finite NPV: `wayworth run --seed {0}` says which.", convergence.other_seed)});
    return blocks;
  }
  table.rows.push_back(row_of(cells, fmt::format("Seed {}", convergence.other_seed), convergence.with_other_seed,
                              found.manifest.trials));
  const double distance = std::abs(convergence.seed_distance());
  const std::string verdict =
      !std::isfinite(distance) ? "Too few trials to say whether that is chance."
      : distance < clear
          ? "That is what chance does: the errors can be trusted."
          : "That is more than chance does: take more trials, and do not trust the last digit of anything here.";
  blocks.emplace_back(std::move(table));
  blocks.emplace_back(
      Paragraph{fmt::format("Another seed moves the mean by {:.1f} standard errors. {}", distance, verdict)});
  return blocks;
}

}  // namespace wayworth::reports
