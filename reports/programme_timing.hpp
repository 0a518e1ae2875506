#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

// What the first option does when: its initiatives, the people and the money that they take.

/// When an initiative of the first option starts, goes live and is in full effect.
struct Timing {
  engine::InitiativeId initiative;
  double start;  ///< months from the start of the model, as the next two
  double live;
  double full;
};
/// By start; a prerequisite that is late moves what needs it. \param inputs  values of the model's inputs
std::vector<Timing> timings_of(const engine::Model& model, const std::vector<double>& inputs);

/// The people of one role that are needed, month by month.
struct Demand {
  engine::RoleId id{};
  std::string role;
  std::optional<double> supply;  ///< people, where it is limited; of a limit that changes over time the least
  std::vector<double> months;
};
/// Of roles that are needed at all, spread evenly over implementations and over the periods that limits hold for.
std::vector<Demand> demands_of(const engine::Model& model, const std::vector<double>& inputs,
                               const std::vector<Timing>& timings);

/// Mean money of the programme in periods of so many steps.
struct Money {
  std::size_t steps_per_period = 1;
  std::vector<double> spent;
  std::vector<double> earned;
};
/// What is paid at the very start belongs to the first period.
Money money_of(const engine::Model& model, const engine::Findings& findings, std::size_t steps_per_period);

}  // namespace wayworth::reports
