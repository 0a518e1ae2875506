#include "engine/lint/stakes.hpp"

#include <algorithm>

namespace wayworth::engine {

std::optional<Estimate> npv_alone(const LintCase& looked_at, InitiativeId initiative) {
  if (looked_at.findings == nullptr) return std::nullopt;
  const auto& all = looked_at.findings->initiatives;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.initiative == initiative; });
  if (found == all.end()) return std::nullopt;
  return found->alone[Measure::npv].mean;
}

std::optional<Estimate> programme_mean(const LintCase& looked_at, Measure measure) {
  if (looked_at.findings == nullptr) return std::nullopt;
  return looked_at.findings->options.front()[measure].mean;
}

}  // namespace wayworth::engine
