#include <fmt/format.h>

#include <cmath>

#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Findings;
using engine::Measure;
using engine::Model;

std::string lost_in(const Findings& findings, const engine::Figures& alone) {
  const auto& loss = alone[Measure::npv].probability_of_loss;
  if (findings.manifest.point || !loss) return "";
  return fmt::format(" It loses money in {}.", of_100_futures(loss->value, alone[Measure::npv].count));
}

std::string money(const Model& model, const Cells& cells, const std::optional<Estimate>& estimate) {
  return fmt::format("{} {}", model.currency, in_words(cells.estimate(Kind::money, estimate)));
}

/// Why an initiative is not worth it; empty when it is.
std::string doubt(const Model& model, const Findings& findings, const engine::InitiativeFindings& initiative) {
  const Cells cells(findings.manifest);
  const auto& alone = initiative.alone[Measure::npv].mean;
  const auto& last = initiative.npv_as_last.mean;
  const auto& loss = initiative.alone[Measure::npv].probability_of_loss;
  std::string text;
  if (alone && alone->value < 0.0) {
    text = fmt::format("It costs more than it brings: {} of benefits for {} of costs, NPV {} on its own.",
                       money(model, cells, initiative.alone[Measure::pv_benefits].mean),
                       money(model, cells, initiative.alone[Measure::pv_costs].mean), money(model, cells, alone));
    text += lost_in(findings, initiative.alone);
  } else if (loss && loss->value > 0.5) {
    text =
        fmt::format("On average it gains ({} on its own), but it is more likely to lose.", money(model, cells, alone));
    text += lost_in(findings, initiative.alone);
  }
  if (last && last->value < 0.0) {
    const Estimate gain{-last->value, last->standard_error};
    text += fmt::format("{}Without it, and without what needs it, the programme would be worth {} more.",
                        text.empty() ? "" : " ", money(model, cells, gain));
  }
  return text;
}

}  // namespace

Blocks doubts(const Model& model, const Findings& findings) {
  Blocks blocks;
  for (auto ranked = findings.by_npv.rbegin(); ranked != findings.by_npv.rend(); ++ranked) {
    const std::string text = doubt(model, findings, findings_of(findings, ranked->initiative));
    if (!text.empty()) blocks.push_back(Definition{name_of(model, ranked->initiative), text});
  }
  const engine::Option& option = model.options.front();
  for (std::size_t i = 0; i < option.starts.size(); ++i) {
    if (option.starts[i]) continue;
    blocks.push_back(Definition{model.initiatives[i].name, fmt::format("Not part of \u201C{}\u201D.", option.name)});
  }
  if (blocks.empty()) {
    blocks.push_back(
        Paragraph{"Every initiative gains on average, on its own and as the last one added to the others."});
  }
  return blocks;
}

}  // namespace wayworth::reports
