#include "scenarios/sections/read_effects.hpp"

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<engine::EffectKind>, 3> kinds = {{
    {"add", engine::EffectKind::add},
    {"change", engine::EffectKind::change},
    {"set", engine::EffectKind::set},
}};

constexpr std::array<Key, 5> keys = {{
    {"add", Use::optional, shapes::figure, "added to the target"},
    {"change", Use::optional, shapes::figure_with_percent, "relative change"},
    {"set", Use::optional, shapes::figure, "the target becomes this"},
    source_key,
    evidence_key,
}};

/// The one of add, change and set that is there; nullptr, and a problem, when there is none or more than one.
const Choice<engine::EffectKind>* kind_of(const MapReader& reader) {
  const Choice<engine::EffectKind>* found = nullptr;
  std::size_t count = 0;
  for (const auto& kind : kinds) {
    if (!reader.states(kind.word)) continue;
    found = &kind;
    ++count;
  }
  if (count == 1) return found;
  reader.problems().error(reader.node().place, reader.path(),
                          count == 0 ? "needs `add`, `change` or `set`"
                                     : "has more than one of `add`, `change` and `set`; write a list of effects");
  return nullptr;
}

/// Appends the effect in `node` to `effects`, unless it is wrong. `path` is the one that its draws are known by.
void read_effect(const Reference& target, const DocumentNode& node, const std::string& path, const ReadContext& context,
                 std::vector<EffectSection>& effects) {
  if (node.is_scalar()) {
    context.problems.error(
        node.place, path,
        fmt::format("`{}` needs its kind: write for example {{change: {}}}; others are `add` and `set`", node.text,
                    node.text));
    return;
  }
  const MapReader reader(node, path, keys, context.problems);
  if (!node.is_map()) return;
  const Choice<engine::EffectKind>* const kind = kind_of(reader);
  if (kind == nullptr) return;
  Origin origin = read_origin(reader);
  const DocumentNode* const amount = reader.find(kind->word);
  if (amount == nullptr) return;
  if (std::optional<Figure> figure = read_figure(*amount, path, context)) {
    effects.push_back({target, kind->means, std::move(*figure), std::move(origin)});
  }
}

}  // namespace

const SectionKeys effect_keys = {"initiatives.*.effects.*", keys};
const SectionKeys world_effect_keys = {"worlds.*.effects.*", keys};

std::vector<EffectSection> read_effects(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  std::vector<EffectSection> effects;
  if (!expect_map(node, path, "driver or stream: effect", context.problems)) return effects;
  for (const DocumentEntry& entry : node.entries) {
    const Reference target = {entry.key, entry.key_place};
    const std::string target_path = join_path(path, entry.key);
    if (!entry.value.is_list()) {
      read_effect(target, entry.value, target_path, context, effects);
      continue;
    }
    for (std::size_t i = 0; i < entry.value.items.size(); ++i) {
      const std::string item_path = i == 0 ? target_path : fmt::format("{}[{}]", target_path, i + 1);
      read_effect(target, entry.value.items[i], item_path, context, effects);
    }
  }
  return effects;
}

}  // namespace wayworth::scenarios
