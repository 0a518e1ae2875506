#include "engine/analysis/sensitivity/input_kind.hpp"

namespace wayworth::engine {

namespace {

constexpr std::string_view initiatives = "initiatives.";

bool contains(std::string_view path, std::string_view part) {
  return path.find(part) != std::string_view::npos;
}

}  // namespace

InputKind kind_of_input(std::string_view path) {
  if (is_chance_event(path)) return InputKind::chance;
  if (!path.starts_with(initiatives)) return InputKind::business;
  if (contains(path, ".rollout.")) return InputKind::timing;
  if (contains(path, ".costs.")) return InputKind::cost;
  return InputKind::effect;
}

std::string_view name_of(InputKind kind) {
  switch (kind) {
    case InputKind::business:
      return "Today's business";
    case InputKind::effect:
      return "Effects and benefits";
    case InputKind::timing:
      return "Timing";
    case InputKind::cost:
      return "Costs";
    case InputKind::chance:
      return "Success and noise";
  }
  return "";
}

std::string initiative_key_of(std::string_view path) {
  if (!path.starts_with(initiatives)) return "";
  path.remove_prefix(initiatives.size());
  return std::string(path.substr(0, path.find('.')));
}

bool is_chance_event(std::string_view path) {
  if (path.starts_with(initiatives)) return path.ends_with(".rollout.success");
  return contains(path, ".noise[");
}

}  // namespace wayworth::engine
