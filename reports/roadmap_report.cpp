#include "reports/roadmap_report.hpp"

#include "reports/sections/option_limits.hpp"
#include "reports/sections/roadmap_plan.hpp"

namespace wayworth::reports {

Report make_roadmap_report(const engine::Model& model, const RoadmapStory& story) {
  Report report{model.client.empty() ? model.name : model.name + " \u00B7 " + model.client, {}};
  const auto add = [&](Blocks blocks) {
    for (Block& block : blocks) report.blocks.push_back(std::move(block));
  };
  add(roadmap_answer(model, story));
  add(roadmap_gantt(model, story));
  Blocks money = roadmap(model, story.findings);
  if (!money.empty()) money.erase(money.begin());  // its heading: the section has one already
  add(std::move(money));
  add(roadmap_changes(model, story));
  add(roadmap_left_out(model, story));
  add(roadmap_search(model, story));
  add(roadmap_stability(model, story));
  add(roadmap_prices(model, story));
  add(roadmap_frontier(model, story));
  add(options(model, story.findings, story.broken_limits));
  add(roadmap_dominance(model, story));
  add(manifest(story.findings));
  return report;
}

}  // namespace wayworth::reports
