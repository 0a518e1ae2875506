#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/results/measure.hpp"

namespace wayworth::engine {

/// Whose NPV the decisions of a case are about: the programme of every option, the first one's first, then every member
/// of the first option as the last one.
std::vector<Subject> subjects_of_decisions(const Model& model);

/// What can be chosen, with the NPV of each choice by trial.
struct Decision {
  std::optional<InitiativeId> initiative;        ///< none: which option
  std::vector<std::span<const double>> choices;  ///< the options, or the initiative; then doing nothing
};

/// The choice among the options, then each member of the first option.
/// \param npv      by subject, in the order of subjects_of_decisions; must outlive the decisions
/// \param nothing  as many zeros
std::vector<Decision> decisions_between(const Model& model, const std::vector<std::span<const double>>& npv,
                                        std::span<const double> nothing);

}  // namespace wayworth::engine
