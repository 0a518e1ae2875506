#include <fmt/format.h>

#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

std::string reason_for(const Model& model, const engine::LeftOut& out, std::uint64_t trials) {
  const std::string& name = name_of(model, out.initiative);
  if (!out.missing.empty()) {
    return fmt::format("{} is out: it needs {}, which is out.", name, name_of(model, out.missing.front()));
  }
  const auto money = [&](double value, double error) {
    return fmt::format("{} {}", model.currency, compact_money(value, error));
  };
  if (out.gain.value <= 0.0) {
    return fmt::format(
        "{} is out: on top of the others it would lose {} on average at its best start; alone it loses in {}.", name,
        money(-out.gain.value, out.gain.standard_error), of_100_futures(out.probability_of_loss_alone, trials));
  }
  const std::string gain = money(out.gain.value, out.gain.standard_error);
  if (out.broken.empty()) {
    return fmt::format("{} is out: it would add {} on average, which the trials cannot tell from nothing.", name, gain);
  }
  std::string limits;
  for (std::size_t i = 0; i < out.broken.size(); ++i) {
    if (i > 0) limits += i + 1 == out.broken.size() ? " and " : ", ";
    limits += rule_in_words(model, out.broken[i]);
  }
  return fmt::format("{} is out: it would add {} on average, but breaks this: {}.", name, gain, limits);
}

}  // namespace

Blocks roadmap_left_out(const Model& model, const RoadmapStory& story) {
  if (story.left_out.empty()) return {};
  Blocks blocks = {Heading{"Left out, and why"}};
  for (const engine::LeftOut& out : story.left_out) {
    blocks.push_back(Paragraph{reason_for(model, out, story.search_trials)});
  }
  return blocks;
}

}  // namespace wayworth::reports
