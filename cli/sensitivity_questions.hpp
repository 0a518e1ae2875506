#pragma once

#include <string>
#include <utility>

#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/analysis/sensitivity/pilot.hpp"
#include "engine/model/model.hpp"

namespace wayworth::cli {

/// What `--table A,B` asks for. \throws UsageError
std::pair<engine::InputId, engine::InputId> table_asked_for(const std::string& text, const engine::Model& model);

/// What `--target OUTPUT=VALUE` asks for: npv or cash_npv, their mean or a percentile, or probability_of_loss.
/// \throws UsageError
engine::BreakEvenTarget target_asked_for(const std::string& text, const engine::Model& model);

/// What `--pilot PATH=N` or `--pilot PATH=N,sd=VALUE` asks for. \throws UsageError
engine::Pilot pilot_asked_for(const std::string& text, const engine::Model& model);

}  // namespace wayworth::cli
