#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

/// An initiative of an option and the step that it is planned to start in.
struct Start {
  engine::InitiativeId initiative{};
  std::size_t step = 1;
};

/// What starts in a phase, or in none; in the order of time.
std::vector<Start> starts_in(const engine::Model& model, const engine::Option& option,
                             std::optional<std::size_t> phase);

/// "One-off costs USD 2.56M of 2.80M; the budget is kept in 82 of 100 futures"; empty where it is not known.
std::string money_of_phase(const engine::Model& model, const engine::Findings& findings,
                           const engine::PhaseFindings& phase);

}  // namespace wayworth::reports
