#pragma once

#include <string>
#include <variant>

#include "engine/model/model.hpp"

namespace wayworth::engine {

/// What an effect changes.
using EffectTarget = std::variant<DriverId, StreamId>;

const std::string& key_of(const Model& model, const EffectTarget& target);
/// "drivers.calls", "streams.desk".
std::string path_of(const Model& model, const EffectTarget& target);
/// "initiatives.chat.effects.calls".
std::string effect_path(const Model& model, const Initiative& initiative, const EffectTarget& target);

}  // namespace wayworth::engine
