#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::AchievedCorrelation;
using engine::Findings;
using engine::Model;

std::string name_of_pair(const Model& model, const engine::RankCorrelation& pair) {
  return model.inputs[engine::index_of(pair.first)].path + " and " + model.inputs[engine::index_of(pair.second)].path;
}

/// "3 pairs", "1 pair".
std::string pairs_text(std::size_t count) {
  return grouped(static_cast<double>(count), 0) + (count == 1 ? " pair" : " pairs");
}

std::string repair_text(const engine::CorrelationGroup& group) {
  const engine::RankCorrelation farthest = engine::moved_pairs(group).front();
  return fmt::format(
      " What was stated for {} of them cannot hold together; the nearest that can is used, and moves ranks "
      "by up to {:.2f}.",
      group.inputs.size(), engine::move_of(farthest));
}

}  // namespace

Blocks dependence(const Model& model, const Findings& findings) {
  if (model.correlations.empty()) return {};
  std::size_t inputs = 0;
  std::size_t stated = 0;
  for (const engine::CorrelationGroup& group : model.correlations) {
    inputs += group.inputs.size();
    stated += group.pairs.size();
  }
  std::string text = fmt::format(
      "{} uncertain figures depend on each other, by the rank correlations (Spearman) of {}; "
      "all others are independent.",
      inputs, pairs_text(stated));
  for (const engine::CorrelationGroup& group : model.correlations) {
    if (group.dependence.repair_distance) text += repair_text(group);
  }
  const auto& pairs = findings.correlations.pairs;
  const auto error = [](const AchievedCorrelation& one) { return std::abs(one.achieved - one.pair.used); };
  const auto worst =
      std::max_element(pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return error(a) < error(b); });
  if (worst != pairs.end() && !std::isnan(worst->achieved)) {
    text +=
        fmt::format(" In {} trials the farthest came out at {:.2f} instead of {:.2f}.",
                    grouped(static_cast<double>(findings.correlations.trials), 0), worst->achieved, worst->pair.used);
  }
  return {Definition{"Dependence", std::move(text)}};
}

Blocks correlations_off(const Model& model, const Findings& findings) {
  constexpr std::size_t at_most = 3;
  Blocks blocks;
  std::size_t off = 0;
  for (const AchievedCorrelation& one : findings.correlations.pairs) {
    if (!one.is_off || ++off > at_most) continue;
    blocks.push_back(Definition{
        "Correlation", fmt::format("{}: {:.2f} in the trials, {:.2f} was asked for. Figures with few different values "
                                   "come out weaker.",
                                   name_of_pair(model, one.pair), one.achieved, one.pair.used)});
  }
  if (off > at_most) {
    blocks.push_back(Definition{"Correlation", fmt::format("{} more are off likewise.", pairs_text(off - at_most))});
  }
  return blocks;
}

}  // namespace wayworth::reports
