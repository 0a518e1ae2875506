#pragma once

#include "engine/analysis/sensitivity/initiative_break_even.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

// Break-evens as JSON and back: those of a run and those of a sensitivity analysis.

/// What a run and an analysis both find about where the programme breaks even.
struct ProgrammeBreakEvens {
  std::uint64_t trials = 0;
  std::vector<engine::BreakEvenTarget> targets;
  std::vector<engine::SubjectHeadroom> headroom;
  std::vector<engine::BreakEven> figures;
};

Json break_even_json(const engine::Model& model, const ProgrammeBreakEvens& found);
Json initiative_break_evens_json(const engine::Model& model, const std::vector<engine::InitiativeBreakEven>& found);

/// The inverse of break_even_json(). \throws Json::exception when something is not there
ProgrammeBreakEvens read_break_even(const Json& json, const engine::Model& model);
/// The inverse of initiative_break_evens_json(). \throws as read_break_even
std::vector<engine::InitiativeBreakEven> read_initiative_break_evens(const Json& json, const engine::Model& model,
                                                                     std::size_t targets);

}  // namespace wayworth::reports
