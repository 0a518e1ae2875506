#pragma once

#include <optional>
#include <vector>

#include "engine/analysis/findings.hpp"

namespace wayworth::engine {

/// The phase that a planned start falls into, as index into `phases`; none when it falls between them.
std::optional<std::size_t> phase_of(const std::vector<Phase>& phases, std::size_t planned_start);

/// The one-off costs of the initiatives of the first option, phase by phase, against the budgets.
std::vector<PhaseFindings> find_phases(const Model& model, const Results& results);

}  // namespace wayworth::engine
