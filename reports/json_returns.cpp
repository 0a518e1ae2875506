#include "reports/json_returns.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace wayworth::reports {

namespace {

using Json = nlohmann::ordered_json;

Json estimate_json(const std::optional<engine::Estimate>& estimate) {
  if (!estimate) return {};
  return {{"value", estimate->value}, {"standard_error", estimate->standard_error}};
}

Json percentiles_json(const std::optional<engine::ReturnPercentiles>& percentiles) {
  if (!percentiles) return {};
  return {{"p10", estimate_json(percentiles->p10)},
          {"p50", estimate_json(percentiles->p50)},
          {"p90", estimate_json(percentiles->p90)}};
}

}  // namespace

const char* key_of(engine::InternalRateStatus status) {
  constexpr std::array keys = {"ok", "no_sign_change", "none", "multiple"};
  return keys.at(static_cast<std::size_t>(status));
}

Json returns_json(const engine::ReturnOfFlow& returns) {
  return {{"irr_status", key_of(returns.status)},
          {"irr", estimate_json(returns.internal)},
          {"irr_candidates", returns.rates},
          {"mirr", estimate_json(returns.modified)}};
}

Json returns_json(const engine::ProgrammeReturns& returns) {
  Json counts;
  for (std::size_t i = 0; i < engine::internal_rate_status_count; ++i) {
    counts[key_of(static_cast<engine::InternalRateStatus>(i))] = returns.of_trials.internal_by_status[i];
  }
  return {{"of_mean_flow", returns_json(returns.of_mean_flow)},
          {"of_trials",
           {{"trials", returns.of_trials.trials},
            {"irr_by_status", std::move(counts)},
            {"irr", percentiles_json(returns.of_trials.internal)},
            {"mirr_undefined", returns.of_trials.without_modified},
            {"mirr", percentiles_json(returns.of_trials.modified)}}}};
}

}  // namespace wayworth::reports
