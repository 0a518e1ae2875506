#include <fmt/format.h>

#include <algorithm>

#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

void warn_of_evidence(const Model& model, Blocks& blocks) {
  const auto count = [&](auto&& is_meant) {
    return std::count_if(model.drivers.begin(), model.drivers.end(),
                         [&](const engine::Driver& driver) { return is_meant(driver.provenance); });
  };
  const auto assumed = count([](const auto& one) { return one.evidence == engine::Evidence::assumed; });
  const auto bare =
      count([](const auto& one) { return one.evidence == engine::Evidence::unstated && one.source.empty(); });
  if (assumed > 0) {
    blocks.push_back(Definition{"Assumed figures",
                                fmt::format("{} of {} drivers are assumed, not measured, from the client or from a "
                                            "benchmark.",
                                            assumed, model.drivers.size())});
  }
  if (bare > 0) {
    blocks.push_back(Definition{
        "No source", fmt::format("{} of {} drivers state neither a source nor evidence; derived ones need none.", bare,
                                 model.drivers.size())});
  }
}

void warn_of_streams(const Model& model, const Findings& findings, Blocks& blocks) {
  for (const engine::Stream& stream : model.streams) {
    if (stream.kind != engine::StreamKind::revenue || stream.basis != engine::RevenueBasis::unstated) continue;
    blocks.push_back(Definition{"Revenue or contribution?",
                                stream.name +
                                    ": the scenario does not say whether it is contribution or revenue before "
                                    "the costs of earning it; it is counted in full."});
  }
  if (findings.share_of_checked_formulas < 1.0) {
    blocks.push_back(Definition{"Units unchecked", "Not every formula has units throughout: see Assumptions."});
  }
}

void warn_of_budgets(const Model& model, const Findings& findings, Blocks& blocks) {
  for (const engine::PhaseFindings& phase : findings.phases) {
    if (!phase.probability_within_budget || phase.probability_within_budget->value >= 0.8) continue;
    const double broken = 1.0 - phase.probability_within_budget->value;
    const std::string how_often =
        findings.manifest.point ? "" : " in " + of_100_futures(broken, findings.manifest.trials);
    blocks.push_back(Definition{
        "Budget", fmt::format("{}: the one-off costs break the budget{}.", model.phases[phase.phase].name, how_often)});
  }
}

}  // namespace

Blocks warnings(const Model& model, const Findings& findings) {
  Blocks blocks = {Heading{"Warnings"}};
  warn_of_budgets(model, findings, blocks);
  warn_of_streams(model, findings, blocks);
  for (Block& block : limits_reached(model, findings)) blocks.push_back(std::move(block));
  for (Block& block : correlations_off(model, findings)) blocks.push_back(std::move(block));
  warn_of_evidence(model, blocks);
  if (blocks.size() == 1) blocks.push_back(Paragraph{"None."});
  return blocks;
}

}  // namespace wayworth::reports
