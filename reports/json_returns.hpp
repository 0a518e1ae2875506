#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/analysis/returns.hpp"

namespace wayworth::reports {

/// Rates of return in the JSON of a run, as reports/FORMAT_JSON.md says.
nlohmann::ordered_json returns_json(const engine::ReturnOfFlow& returns);
nlohmann::ordered_json returns_json(const engine::ProgrammeReturns& returns);

/// "ok", "no_sign_change", "none" or "multiple".
const char* key_of(engine::InternalRateStatus status);

}  // namespace wayworth::reports
