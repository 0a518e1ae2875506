#include <fmt/format.h>

#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Figures;
using engine::Findings;
using engine::Measure;
using engine::Model;

std::string setting(const Model& model, const Findings& findings) {
  const engine::Manifest& manifest = findings.manifest;
  std::string text = fmt::format("{} months from {}, discounted at {}.", horizon_months(model.time),
                                 start_of(model.time), discount_rate_text(model.discounting.rates));
  if (manifest.point) {
    return text + fmt::format(" No chance: one trial with every input at its {}.", name_of(*manifest.point));
  }
  return text + fmt::format(" {} trials, seed {}.", grouped(static_cast<double>(manifest.trials), 0), manifest.seed);
}

/// Which initiative to do first, and which rather not.
std::string initiatives_sentence(const Model& model, const Findings& findings) {
  const engine::RankedInitiative& best = findings.by_npv.front();
  std::string text =
      fmt::format("Of {} initiatives {} is worth most on its own: first in {}.", findings.by_npv.size(),
                  name_of(model, best.initiative), of_100_futures(best.placed[0].value, findings.manifest.trials));
  for (const engine::RankedInitiative& ranked : findings.by_npv) {
    const engine::Summary& npv = findings_of(findings, ranked.initiative).alone[Measure::npv];
    if (!npv.probability_of_loss || npv.probability_of_loss->value <= 0.5) continue;
    text += fmt::format(" {} loses money in {}.", name_of(model, ranked.initiative),
                        of_100_futures(npv.probability_of_loss->value, npv.count));
  }
  return text;
}

Blocks simulated(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const Figures& programme = findings.options.front();
  Blocks blocks = {Answer{worth_sentence("The programme", model, programme, cells) + " " +
                          roi_sentence(model, programme, cells) + " " + payback_sentence(model, programme, cells) +
                          " " + return_sentence(findings.returns.front(), !model.inputs.empty())}};
  if (findings.by_npv.size() > 1) blocks.push_back(Paragraph{initiatives_sentence(model, findings)});
  return blocks;
}

/// A figure of a deterministic trial: "4,761,873 USD a year", "34 (33.94)".
Definition exact_line(const std::string& term, const Cell& cell, const std::string& unit) {
  const auto* figure = std::get_if<Figure>(&cell);
  if (figure == nullptr || !std::isfinite(figure->value)) return {term, in_words(cell)};
  if (figure->kind == Kind::fte) return {term, fmt::format("{} ({})", grouped(figure->value, 0), in_words(cell))};
  return {term, in_words(cell) + unit};
}

/// "62.3 % a year", "undefined: the flows never change sign".
Definition rate_line(const std::string& term, const std::string& rate, const std::string& why_not) {
  if (!why_not.empty()) return {term, rate + ": " + why_not};
  return {term, rate == "undefined" ? rate : rate + " a year"};
}

Blocks deterministic(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const Figures& programme = findings.options.front();
  const auto mean = [&](Measure measure) { return cells.mean(measure, programme); };
  const std::string money = " " + model.currency;
  const engine::ReturnOfFlow& returns = findings.returns.front().of_mean_flow;
  return {
      exact_line("Revenue", mean(Measure::revenue_per_year), money + " a year"),
      exact_line("Cost savings", mean(Measure::savings_per_year), money + " a year"),
      exact_line("FTE freed", mean(Measure::freed_fte), ""),
      exact_line("NPV", mean(Measure::npv), money),
      exact_line("ROI", cells.roi(programme), ""),
      exact_line("Payback", cells.quantile(Measure::payback, programme, 0.5), " months"),
      rate_line("IRR", internal_rate_text(returns), why_undefined(returns)),
      rate_line("MIRR", modified_rate_text(returns), ""),
      Paragraph{""},
      Paragraph{"Revenue, savings and FTE are those of the last year. One trial says nothing about risk, and its NPV "
                "is not the mean NPV: for these, leave out --point."}};
}

}  // namespace

Blocks headline(const Model& model, const Findings& findings) {
  Blocks blocks = {Paragraph{setting(model, findings)}, Paragraph{""}};
  for (Block& block : findings.manifest.point ? deterministic(model, findings) : simulated(model, findings)) {
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace wayworth::reports
