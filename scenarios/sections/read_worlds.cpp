#include "scenarios/sections/read_worlds.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scenarios/formulas/constant_value.hpp"
#include "scenarios/sections/read_effects.hpp"
#include "scenarios/sections/read_heading.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr double rounding = 1e-9;  ///< of probabilities such as 33.3333333333%

constexpr std::array<Key, 3> keys = {{
    {"probability", Use::required, shapes::constant_with_percent, "that it turns out so; of all worlds together 100%"},
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"effects", Use::optional, shapes::map_of<shapes::section_or_sections>,
     "which drivers are different in it, and how"},
}};

std::optional<double> read_probability(const MapReader& reader, const ReadContext& context) {
  const std::optional<Figure> figure = read_figure(reader, "probability", context);
  if (!figure) return std::nullopt;
  const std::optional<Constant> constant =
      constant_value(figure->syntax, figure->path, context.problems, "; the probability of a world must be certain");
  if (!constant) return std::nullopt;
  const bool is_share = constant->suffix == Syntax::Suffix::percent;
  if (is_share && constant->value > 0.0 && constant->value < 1.0) return constant->value;
  context.problems.error(
      figure->place, figure->path,
      fmt::format("must be a probability between 0% and 100%, such as 30%, not `{}`", figure->as_typed));
  return std::nullopt;
}

void check_sum(const DocumentNode& node, const std::vector<WorldSection>& worlds, Problems& problems) {
  double sum = 0.0;
  for (const WorldSection& world : worlds) sum += world.probability;
  if (std::abs(sum - 1.0) <= rounding) return;
  problems.error(node.place, "worlds",
                 fmt::format("the probabilities add up to {:.6g}%; they must add up to 100%", 100.0 * sum));
}

}  // namespace

const SectionKeys world_keys = {"worlds.*", keys};

std::vector<WorldSection> read_worlds(const DocumentNode& node, const ReadContext& context) {
  std::vector<WorldSection> worlds;
  if (!expect_map(node, "worlds", "world: keys and values", context.problems)) return worlds;
  bool is_right = true;
  for (const DocumentEntry& entry : node.entries) {
    const MapReader reader(entry.value, join_path("worlds", entry.key), keys, context.problems);
    WorldSection& world = worlds.emplace_back();
    world.heading = plain_heading(entry);
    world.heading.name = reader.text("name").value_or(entry.key);
    const std::optional<double> probability = read_probability(reader, context);
    is_right = is_right && probability;
    world.probability = probability.value_or(0.0);
    if (const DocumentNode* const effects = reader.find("effects")) {
      world.effects = read_effects(*effects, reader.path_of("effects"), context);
    }
  }
  if (is_right && worlds.size() < 2) {
    context.problems.error(node.place, "worlds", "needs at least two worlds, such as base and slump");
  } else if (is_right) {
    check_sum(node, worlds, context.problems);
  }
  return worlds;
}

}  // namespace wayworth::scenarios
