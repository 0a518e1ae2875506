#include <fmt/format.h>

#include "engine/stats/dominance_frequency.hpp"
#include "reports/digits.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

namespace {

std::string sentence(const std::string& other, const engine::DominanceFrequency& dominance, std::size_t resamples) {
  if (dominance.first_order >= engine::dominance_is_claimed) {
    return fmt::format(
        "Everyone who wants more money prefers it to {}: it is likelier to exceed any NPV ({} of resamples).", other,
        percent(dominance.first_order, resamples));
  }
  if (dominance.second_order >= engine::dominance_is_claimed) {
    return fmt::format("Everyone who shuns risk prefers it to {} (second-order dominance in {} of resamples).", other,
                       percent(dominance.second_order, resamples));
  }
  constexpr double nearly_everyone = 0.059;
  if (dominance.almost <= nearly_everyone) {
    return fmt::format("Nearly everyone prefers it to {}: it almost dominates (epsilon {:.3f}).", other,
                       dominance.almost);
  }
  return fmt::format("Whether it is better than {} is a matter of taste for risk: neither dominates.", other);
}

}  // namespace

Blocks roadmap_dominance(const engine::Model& model, const RoadmapStory& story) {
  std::string text;
  for (std::size_t i = 0; i < story.dominance.size(); ++i) {
    if (!text.empty()) text += " ";
    text += sentence(model.options[i + 1].name, story.dominance[i], story.dominance_resamples);
  }
  if (text.empty()) return {};
  return {Heading{"Who prefers this roadmap"}, Paragraph{text}};
}

}  // namespace wayworth::reports
