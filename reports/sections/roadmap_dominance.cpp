#include "reports/sections/roadmap_plan.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

Blocks roadmap_dominance(const engine::Model& model, const RoadmapStory& story) {
  std::string text;
  for (std::size_t i = 0; i < story.dominance.size(); ++i) {
    if (!text.empty()) text += " ";
    text +=
        dominance_sentence("it", in_quotes(model.options[i + 1].name), story.dominance[i], story.dominance_resamples);
  }
  if (text.empty()) return {};
  return {Heading{"Who prefers this roadmap"}, Paragraph{text}};
}

}  // namespace wayworth::reports
