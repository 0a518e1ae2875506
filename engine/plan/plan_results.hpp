#pragma once

#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Calls `visit` with every node that the plan hands out: outputs, flows, clamps, segments and what is watched. For a
/// plan that may change, with a reference, so that the nodes can be renumbered.
template <class PlanOrConstPlan, class Visit>
void for_each_result(PlanOrConstPlan& plan, Visit visit) {
  for (auto& output : plan.outputs) visit(output.node);
  for (auto* flows : {&plan.flows, &plan.kept_flows}) {
    for (auto& flow : *flows) {
      visit(flow.at_start);
      visit(flow.in_step);
    }
  }
  for (auto& clamp : plan.clamps) visit(clamp.clamped_steps);
  for (auto& node : plan.watched) visit(node);
  for (auto& figure : plan.segment_figures) visit(figure.node);
}

}  // namespace wayworth::engine
