#include "scenarios/sections/read_roadmap.hpp"

#include <limits>

#include <fmt/format.h>

#include "scenarios/formulas/constant_value.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Key, 7> keys = {{
    {"phases", Use::optional, shapes::list_of<shapes::section>,
     "an initiative belongs to the phase that it is planned to start in"},
    {"capacity", Use::not_supported_yet},
    {"maximise", Use::not_supported_yet},
    {"must", Use::not_supported_yet},
    {"exclude", Use::not_supported_yet},
    {"budget", Use::not_supported_yet},
    {"links", Use::not_supported_yet},
}};

constexpr std::array<Key, 4> phase_key_table = {{
    {"name", Use::required, shapes::text, "how reports call it"},
    {"from", Use::required, shapes::whole_number<1>, "first step, counted from 1"},
    {"to", Use::required, shapes::whole_number<1>, "last step"},
    {"budget", Use::optional, shapes::constant, "for the one-off costs of its initiatives; reported as kept or broken"},
}};

std::optional<std::size_t> read_step(const MapReader& reader, std::string_view key, std::size_t least,
                                     std::size_t steps) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  const std::size_t most = steps == 0 ? std::numeric_limits<std::uint32_t>::max() : steps;
  return whole_number(*node, reader.path_of(key), least, most, reader.problems());
}

std::optional<double> read_budget(const MapReader& reader, const ReadContext& context) {
  const std::optional<Figure> figure = read_figure(reader, "budget", context);
  if (!figure) return std::nullopt;
  const std::optional<Constant> budget = constant_value(figure->syntax, figure->path, context.problems);
  if (!budget) return std::nullopt;
  if (budget->value >= 0.0 && budget->suffix == Syntax::Suffix::bare) return budget->value;
  context.problems.error(figure->place, figure->path,
                         fmt::format("must be money, at least 0, not `{}`", figure->as_typed));
  return std::nullopt;
}

/// Appends the phase in `node`, unless it is wrong.
void read_phase(const DocumentNode& node, std::size_t steps, const ReadContext& context,
                std::vector<engine::Phase>& phases) {
  const MapReader reader(node, "roadmap.phases", phase_key_table, context.problems);
  if (!node.is_map()) return;
  engine::Phase phase;
  phase.name = reader.text("name").value_or("");
  phase.budget = read_budget(reader, context);
  const std::optional<std::size_t> from = read_step(reader, "from", 1, steps);
  const std::optional<std::size_t> to = read_step(reader, "to", 1, steps);
  if (!from || !to) return;
  phase.from = *from;
  phase.to = *to;
  if (*to < *from) {
    context.problems.error(reader.find("to")->place, "roadmap.phases.to",
                           fmt::format("the phase ends in step {}, before it begins in step {}", *to, *from));
  }
  if (!phases.empty() && *from <= phases.back().to) {
    context.problems.error(reader.find("from")->place, "roadmap.phases.from",
                           fmt::format("`{}` begins in step {}, but `{}` before it ends only in step {}", phase.name,
                                       *from, phases.back().name, phases.back().to));
  }
  phases.push_back(std::move(phase));
}

}  // namespace

const SectionKeys roadmap_keys = {"roadmap", keys};
const SectionKeys phase_keys = {"roadmap.phases", phase_key_table};

std::vector<engine::Phase> read_roadmap(const DocumentNode& node, const engine::Timeline& time,
                                        const ReadContext& context) {
  const MapReader reader(node, "roadmap", keys, context.problems);
  std::vector<engine::Phase> phases;
  const DocumentNode* const list = reader.find("phases");
  if (list == nullptr || !expect_list(*list, "roadmap.phases", "phases", context.problems)) return phases;
  for (const DocumentNode& item : list->items) read_phase(item, time.steps, context, phases);
  return phases;
}

}  // namespace wayworth::scenarios
