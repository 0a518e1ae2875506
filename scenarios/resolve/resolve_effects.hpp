#pragma once

#include <optional>
#include <string>
#include <vector>

#include "scenarios/resolve/fit_quantity.hpp"
#include "scenarios/resolve/name_table.hpp"

namespace wayworth::scenarios {

/// The effects of one initiative, in the units of their targets.
std::vector<engine::Effect> resolve_effects(const InitiativeSection& initiative, const QuantityFitter& fitter);

/// The amount of one effect, in the unit of its target; nothing when it is wrong (reported).
std::optional<engine::Expression> amount_of(const EffectSection& effect, const NamedQuantity& target,
                                            const QuantityFitter& fitter, AllowedNames allowed);

/// Whether nothing but churn and who is acquired can change the target.
bool is_number_of_customers(const NamedQuantity& target);

}  // namespace wayworth::scenarios
