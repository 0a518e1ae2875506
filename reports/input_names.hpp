#pragma once

#include <optional>
#include <string>

#include "engine/model/model.hpp"

namespace wayworth::reports {

/// An uncertain input for people: "Self-service containment: effect on Service staff", by the names of the scenario.
std::string input_in_words(const engine::Model& model, engine::InputId input);

/// The initiative whose section of the scenario the input stands in.
std::optional<engine::InitiativeId> initiative_of(const engine::Model& model, engine::InputId input);

/// A value of the input for people: "30 %" of a share, "it fails" of a coin, the name of a world, else the plain
/// figure.
std::string input_value_text(const engine::Model& model, engine::InputId input, double value);

}  // namespace wayworth::reports
