#include "engine/lint/effect_target.hpp"

#include <fmt/format.h>

namespace wayworth::engine {

const std::string& key_of(const Model& model, const EffectTarget& target) {
  if (const auto* const driver = std::get_if<DriverId>(&target)) return model.drivers[index_of(*driver)].key;
  return model.streams[index_of(std::get<StreamId>(target))].key;
}

std::string path_of(const Model& model, const EffectTarget& target) {
  return (std::holds_alternative<DriverId>(target) ? "drivers." : "streams.") + key_of(model, target);
}

std::string effect_path(const Model& model, const Initiative& initiative, const EffectTarget& target) {
  return fmt::format("initiatives.{}.effects.{}", initiative.key, key_of(model, target));
}

}  // namespace wayworth::engine
