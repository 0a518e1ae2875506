#include "scenarios/sections/read_phases.hpp"

#include <limits>

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<bool>, 2> yes_or_no = {{{"true", true}, {"false", false}}};

constexpr std::array<Key, 5> phase_key_table = {{
    {"name", Use::required, shapes::text, "how reports call it"},
    {"from", Use::required, shapes::whole_number<1>, "first step, counted from 1"},
    {"to", Use::required, shapes::whole_number<1>, "last step"},
    {"budget", Use::optional, shapes::constant, "for the one-off costs of its initiatives; reported as kept or broken"},
    {"carry_over", Use::optional, shapes::text, "what is left of the budget is added to that of the next phase"},
}};

/// Appends the phase in `node`, unless it is wrong.
void read_phase(const DocumentNode& node, std::size_t steps, const ReadContext& context,
                std::vector<engine::Phase>& phases) {
  const MapReader reader(node, "roadmap.phases", phase_key_table, context.problems);
  if (!node.is_map()) return;
  engine::Phase phase;
  phase.name = reader.text("name").value_or("");
  phase.budget = read_budget(reader, context);
  phase.carry_over = reader.choice("carry_over", yes_or_no).value_or(false);
  if (phase.carry_over && !reader.states("budget")) {
    context.problems.error(reader.find("carry_over")->place, "roadmap.phases.carry_over",
                           fmt::format("`{}` has no budget that could be left over", phase.name));
  }
  const std::optional<StepRange> range = read_step_range(reader, steps, "phase");
  if (!range) return;
  phase.from = range->from;
  phase.to = range->to;
  if (!phases.empty() && phase.from <= phases.back().to) {
    context.problems.error(reader.find("from")->place, "roadmap.phases.from",
                           fmt::format("`{}` begins in step {}, but `{}` before it ends only in step {}", phase.name,
                                       phase.from, phases.back().name, phases.back().to));
  }
  phases.push_back(std::move(phase));
}

}  // namespace

const SectionKeys phase_keys = {"roadmap.phases", phase_key_table};

std::optional<std::size_t> read_step(const MapReader& reader, std::string_view key, std::size_t least,
                                     std::size_t steps) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  const std::size_t most = steps == 0 ? std::numeric_limits<std::uint32_t>::max() : steps;
  return whole_number(*node, reader.path_of(key), least, most, reader.problems());
}

std::optional<StepRange> read_step_range(const MapReader& reader, std::size_t steps, std::string_view what) {
  const std::optional<std::size_t> from = read_step(reader, "from", 1, steps);
  const std::optional<std::size_t> to = read_step(reader, "to", 1, steps);
  if (!from || !to) return std::nullopt;
  if (*to < *from) {
    reader.problems().error(reader.find("to")->place, reader.path_of("to"),
                            fmt::format("the {} ends in step {}, before it begins in step {}", what, *to, *from));
  }
  return StepRange{*from, *to};
}

std::optional<double> read_budget(const MapReader& reader, const ReadContext& context) {
  return read_constant(reader, "budget", context, {is_amount, "money, at least 0"});
}

std::vector<engine::Phase> read_phases(const DocumentNode& node, std::size_t steps, const ReadContext& context) {
  std::vector<engine::Phase> phases;
  if (!expect_list(node, "roadmap.phases", "phases", context.problems)) return phases;
  for (const DocumentNode& item : node.items) read_phase(item, steps, context, phases);
  return phases;
}

}  // namespace wayworth::scenarios
