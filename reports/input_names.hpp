#pragma once

#include <optional>
#include <string>

#include "engine/model/model.hpp"
#include "engine/stats/estimate.hpp"

namespace wayworth::reports {

/// An uncertain input for people: "Self-service containment: effect on Service staff", by the names of the scenario.
std::string input_in_words(const engine::Model& model, engine::InputId input);

/// The initiative whose section of the scenario the input stands in.
std::optional<engine::InitiativeId> initiative_of(const engine::Model& model, engine::InputId input);

/// A value of the input for people: "30 %" of a share, "2 pp" of an effect that adds to one, "it fails" of a coin, the
/// name of a world, else the plain figure.
std::string input_value_text(const engine::Model& model, engine::InputId input, double value);
/// The same with the digits that the error supports; two decimals and more where there is none.
std::string input_value_text(const engine::Model& model, engine::InputId input, const engine::Estimate& value);

/// Whether such a value is written in percent or in percentage points.
bool is_in_percent(const engine::Model& model, engine::InputId input);
bool is_in_percent(const engine::Model& model, engine::DriverId driver);

/// The unit of such a value, where it says none itself: "USD/year" of a running cost, "month" of a duration; empty
/// where it has none or is but a part of a formula.
std::string input_unit(const engine::Model& model, engine::InputId input);

/// A value of a driver: "30 %" of a share, else the plain figure.
std::string driver_value_text(const engine::Model& model, engine::DriverId driver, double value);
std::string driver_value_text(const engine::Model& model, engine::DriverId driver, const engine::Estimate& value);

}  // namespace wayworth::reports
