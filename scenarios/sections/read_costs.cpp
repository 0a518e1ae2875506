#include "scenarios/sections/read_costs.hpp"

#include <fmt/format.h>

#include "scenarios/sections/item_names.hpp"

namespace wayworth::scenarios {
namespace {

using engine::CostFrom;
using engine::CostKind;
using Use = Key::Use;

constexpr std::array<Choice<CostKind>, 2> kinds = {{{"one_off", CostKind::one_off}, {"running", CostKind::running}}};

constexpr std::array<Choice<CostFrom>, 2> one_off_from = {{
    {"implementation", CostFrom::over_implementation},
    {"start", CostFrom::start},
}};

constexpr std::array<Choice<CostFrom>, 2> running_from = {{
    {"go_live", CostFrom::go_live},
    {"start", CostFrom::start},
}};

/// Those of both kinds.
constexpr std::array<Choice<CostFrom>, 3> from_words = {{
    {"implementation", CostFrom::over_implementation},
    {"go_live", CostFrom::go_live},
    {"start", CostFrom::start},
}};

constexpr std::array<Key, 7> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it; needed when two of a list have the same kind"},
    {"kind", Use::required, shapes::one_of<kinds>, "paid once, or again and again"},
    {"value", Use::required, shapes::figure, "how much"},
    {"unit", Use::optional, shapes::unit, "its unit"},
    {"from", Use::optional, shapes::one_of<from_words>,
     "when it is paid. one_off: evenly over the `implementation`, or whole at its `start`; running: from `go_live`, or "
     "from the `start`"},
    source_key,
    evidence_key,
}};

CostFrom read_from(const MapReader& reader, CostKind kind) {
  if (kind == CostKind::one_off) return reader.choice("from", one_off_from).value_or(CostFrom::over_implementation);
  return reader.choice("from", running_from).value_or(CostFrom::go_live);
}

/// The unit of the cost: a one-off cost is money when it says nothing.
std::optional<StatedUnit> read_cost_unit(const MapReader& reader, CostKind kind, const ReadContext& context) {
  if (reader.states("unit")) return read_unit(reader, "unit", context);
  if (kind == CostKind::running) {
    context.problems.error(reader.node().place, reader.path(),
                           fmt::format("`unit` is missing: a running cost is money per time, such as {}/year",
                                       context.currency.empty() ? "USD" : context.currency));
  }
  if (kind == CostKind::running || context.currency.empty()) return std::nullopt;
  return StatedUnit{engine::Unit::parse(context.currency, context.currency), "", reader.node().place};
}

void read_cost(const DocumentNode& node, ItemNames& names, const ReadContext& context,
               std::vector<CostSection>& costs) {
  const MapReader reader(node, names.list_path(), keys, context.problems);
  if (!node.is_map()) return;
  const std::optional<CostKind> kind = reader.choice("kind", kinds);
  const std::string name = names.name_of(reader, "kind");
  const DocumentNode* const value = reader.find("value");
  std::optional<Figure> figure =
      value == nullptr ? std::nullopt : read_figure(*value, join_path(names.list_path(), name), context);
  Origin origin = read_origin(reader);
  if (!kind) return;
  const CostFrom from = read_from(reader, *kind);
  const std::optional<StatedUnit> unit = read_cost_unit(reader, *kind, context);
  if (unit && figure) costs.push_back({name, *kind, from, std::move(*figure), *unit, std::move(origin)});
}

}  // namespace

const SectionKeys cost_keys = {"initiatives.*.costs", keys};

std::vector<CostSection> read_costs(const DocumentNode& node, const std::string& path, const ReadContext& context) {
  std::vector<CostSection> costs;
  if (!expect_list(node, path, "costs", context.problems)) return costs;
  ItemNames names(path);
  for (const DocumentNode& item : node.items) read_cost(item, names, context, costs);
  return costs;
}

}  // namespace wayworth::scenarios
