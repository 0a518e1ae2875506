#pragma once

#include "engine/model/model.hpp"
#include "engine/plan/contributions.hpp"
#include "engine/plan/plan.hpp"

namespace wayworth::engine {

/// Turns a model into the flat list of operations that a simulation runs. For the first option: the programme, and
/// every member alone and last, and what each contributes; for every further option its programme. What these have in
/// common is in the plan once.
Plan compile(const Model& model, const ContributionSettings& contributions = {});

/// One figure that is asked for.
struct OutputRequest {
  Subject subject;  ///< the programme of an option, or a member of the first alone or last
  Measure measure = Measure::npv;
};

/// The same with nothing but these outputs, in this order: far less to compute.
Plan compile_only(const Model& model, const std::vector<OutputRequest>& requests);

/// What a plan takes over from its model, without any node: all inputs, whether or not something will depend on them.
Plan empty_plan(const Model& model);
/// Hands the nodes over to the plan; the builder is empty afterwards.
void take_nodes(Plan& plan, PlanBuilder& build);
/// Drops what is not read, joins products with sums and makes the order of work.
void prepare_to_run(Plan& plan);

/// All inputs of a model as a plan knows them, whether or not something depends on them.
std::vector<PlanInput> plan_inputs(const Model& model);
/// How they depend on each other.
std::vector<PlanCorrelation> plan_correlations(const Model& model);

}  // namespace wayworth::engine
