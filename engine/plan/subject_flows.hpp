#pragma once

#include "engine/plan/case_values.hpp"

namespace wayworth::engine {

/// The cash of a subject in each step, undiscounted; benefits and running costs as amounts a year. One-off costs that
/// are paid at one moment stand apart, since they are discounted to that moment and may fall on the very start, which
/// is before the first step.
struct SubjectFlows {
  NodeId revenue{};           ///< a year
  NodeId cost_savings{};      ///< a year
  NodeId staff_savings{};     ///< a year
  NodeId not_cashable{};      ///< what of the benefits does not leave or enter the budget
  NodeId spread_one_off{};    ///< one-off costs paid over the implementation
  NodeId running_costs{};     ///< a year
  NodeId lumps{};             ///< one-off costs paid at one moment inside the step
  NodeId discounted_lumps{};  ///< the same, each discounted to its moment
  NodeId lumps_at_start{};    ///< one-off costs paid at the very start, once
  NodeId capital{};           ///< what of the one-off costs in the step is depreciated, not an expense
  NodeId capital_at_start{};  ///< the same of those at the very start
  NodeId depreciation{};      ///< a year
  NodeId freed_fte{};
  NodeId not_cashable_fte{};
};

/// What the initiatives that are in `with` and not in `without` bring and cost; `without` is part of `with`.
SubjectFlows subject_flows(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with,
                           const Members& without);

/// The part of the same that comes through one stream, without costs and stated benefits. The parts of all streams and
/// the own flows of the initiatives in `with` and not in `without` add up to what they bring and cost together.
SubjectFlows stream_flows(const Model& model, PlanBuilder& build, CaseValues& values, const Case& with,
                          const Members& without, StreamId stream);

/// The stated benefits and the costs of one initiative of an option; they do not hang on which others are active.
SubjectFlows own_flows(const Model& model, PlanBuilder& build, CaseValues& values, std::size_t option, InitiativeId id);

}  // namespace wayworth::engine
