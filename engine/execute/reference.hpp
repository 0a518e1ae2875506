#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"

/// The slow, obvious evaluator: one trial, one step at a time, everything kept that a person needs to recompute the
/// trial by hand. The compiled plan is tested against it, and `explain` prints it.
namespace wayworth::engine {

/// Money over time. Entry 0 is what flows at the very start, entry t what flows in step t.
struct MoneyLine {
  std::vector<double> flow;           ///< undiscounted
  std::vector<double> present_value;  ///< of the same flow, at the start of the model
};

/// The benefit of a stream or a stated benefit: what it is worth, and the part of it that leaves the budget.
struct BenefitAccount {
  MoneyLine economic;
  MoneyLine cash;
};

/// What an initiative does in the trial; benefits and costs in the order of the Model.
struct InitiativeAccount {
  InitiativeId initiative{};
  double start_months = 0.0;  ///< planned, or later when a prerequisite was not live
  double go_live_months = 0.0;
  double ramp_months = 0.0;
  double cost_factor = 1.0;      ///< of one-off costs paid over the implementation: above 1 when it is delayed
  double effect_kept = 1.0;      ///< 1 on success, else `if_it_fails`
  std::vector<double> adoption;  ///< entry t - 1 is step t; failure included
  std::vector<BenefitAccount> benefits;
  std::vector<MoneyLine> costs;
  std::vector<double> depreciation;  ///< entry t is step t, of all its costs
};

/// A driver or a stream over time; entry t - 1 is step t.
struct ValueAccount {
  std::vector<double> today;  ///< with no initiative
  std::vector<double> with;   ///< with the members
};

struct StreamAccount {
  ValueAccount value;            ///< money a year, or FTE that the work needs
  ValueAccount staff;            ///< of kind fte: FTE on the payroll
  ValueAccount price;            ///< what a unit of `value` is worth: `margin`, `cost_per_fte`, or 1 for a cost stream
  std::vector<double> cashable;  ///< entry t - 1 is step t; 1 for a revenue stream
  BenefitAccount benefit;        ///< with - today of revenue, today - with of costs
  MoneyLine severance;           ///< with - today
};

/// One trial of one set of initiatives, against today.
struct TrialAccount {
  std::vector<double> inputs;                  ///< by InputId
  std::vector<InitiativeAccount> initiatives;  ///< the members, in ascending order
  std::vector<ValueAccount> drivers;           ///< by DriverId
  std::vector<StreamAccount> streams;          ///< by StreamId
  std::vector<ValueAccount> stocks;            ///< by StockId, at the end of each step
};

/// Evaluates one trial with exactly `members` active. Their starts are those of the option, so that a prerequisite
/// delays its dependants whether or not it is a member.
/// \param inputs   by InputId
/// \param members  initiatives of the option, in ascending order
///
/// A one-off amount that changes over time is taken in the step in which it is paid (at the very start: in step 1).
TrialAccount evaluate_trial(const Model& model, const std::vector<double>& inputs, std::size_t option,
                            const std::vector<InitiativeId>& members);

/// The two sets of initiatives whose difference the programme, or an initiative alone or last, is; in ascending order.
struct SubjectSets {
  std::vector<InitiativeId> with;
  std::vector<InitiativeId> without;
};
SubjectSets sets_of(const Model& model, const Subject& subject);

/// The cash flow of a subject and all its measures, in one trial.
struct SubjectAccount {
  std::array<MoneyLine, flow_line_count> lines;
  std::array<double, measure_count> measures{};
  double terminal_value = 0.0;       ///< present value
  double cash_terminal_value = 0.0;  ///< of savings with their cashable share only

  const MoneyLine& operator[](FlowLine line) const { return lines[static_cast<std::size_t>(line)]; }
  double operator[](Measure measure) const { return measures[static_cast<std::size_t>(measure)]; }
};

/// What `with` has over `without`: two evaluations of the same trial. The costs are those of the initiatives that are
/// in `with` only.
SubjectAccount difference(const Model& model, const TrialAccount& with, const TrialAccount& without);

SubjectAccount evaluate_subject(const Model& model, const std::vector<double>& inputs, const Subject& subject);

std::array<double, measure_count> reference_measures(const Model& model, const std::vector<double>& inputs,
                                                     const Subject& subject);

}  // namespace wayworth::engine
