#include "reports/input_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "reports/digits.hpp"

namespace wayworth::reports {

namespace {

using engine::InputId;
using engine::Model;

const std::string& path_of(const Model& model, InputId input) {
  return model.inputs[engine::index_of(input)].path;
}

/// The name of the driver or stream that an effect is on.
std::string target_in_words(const Model& model, const std::string& key) {
  for (const engine::Driver& driver : model.drivers) {
    if (driver.key == key) return driver.name;
  }
  for (const engine::Stream& stream : model.streams) {
    if (stream.key == key) return stream.name;
  }
  return key;
}

/// "effects.service_staff" as "effect on Service staff"; other places of an initiative as they are, with spaces.
std::string place_in_words(const Model& model, std::string place) {
  constexpr std::string_view effects = "effects.";
  if (place.starts_with(effects)) return "effect on " + target_in_words(model, place.substr(effects.size()));
  if (place == "rollout.success") return "success";
  if (place.starts_with("rollout.")) place.erase(0, std::string_view("rollout.").size());
  std::replace(place.begin(), place.end(), '.', ' ');
  return place;
}

const engine::Driver* driver_of(const Model& model, const std::string& key) {
  const auto found = std::find_if(model.drivers.begin(), model.drivers.end(),
                                  [&](const engine::Driver& driver) { return driver.key == key; });
  return found == model.drivers.end() ? nullptr : &*found;
}

/// The name of the driver that a path begins with, and what follows.
std::string driver_in_words(const Model& model, const std::string& rest) {
  if (const auto* driver = driver_of(model, rest)) return driver->name;
  const std::size_t end = rest.find('.');
  if (end == std::string::npos) return rest;
  const auto* driver = driver_of(model, rest.substr(0, end));
  return driver == nullptr ? rest : driver->name + ": " + rest.substr(end + 1);
}

}  // namespace

std::optional<engine::InitiativeId> initiative_of(const Model& model, InputId input) {
  const std::string& path = path_of(model, input);
  constexpr std::string_view section = "initiatives.";
  if (!path.starts_with(section)) return std::nullopt;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const std::string& key = model.initiatives[i].key;
    if (path.compare(section.size(), key.size(), key) == 0 && path[section.size() + key.size()] == '.') {
      return static_cast<engine::InitiativeId>(i);
    }
  }
  return std::nullopt;
}

std::string input_in_words(const Model& model, InputId input) {
  const std::string& path = path_of(model, input);
  if (const auto initiative = initiative_of(model, input)) {
    const engine::Initiative& one = engine::get(model, *initiative);
    return one.name + ": " +
           place_in_words(model, path.substr(std::string_view("initiatives.").size() + one.key.size() + 1));
  }
  constexpr std::string_view drivers = "drivers.";
  return path.starts_with(drivers) ? driver_in_words(model, path.substr(drivers.size())) : path;
}

std::string input_value_text(const Model& model, InputId input, double value) {
  if (model.worlds && model.worlds->input == input) return model.worlds->list[static_cast<std::size_t>(value)].name;
  const engine::Distribution& distribution = model.inputs[engine::index_of(input)].distribution;
  if (std::holds_alternative<engine::Bernoulli>(distribution)) return value > 0.5 ? "it works" : "it fails";
  return plain_figure(value);
}

}  // namespace wayworth::reports
