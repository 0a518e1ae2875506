#include "scenarios/sections/read_benefits.hpp"

#include "scenarios/sections/item_names.hpp"
#include "scenarios/sections/read_over_time.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<engine::BenefitKind>, 2> kinds = {{
    {"revenue", engine::BenefitKind::revenue},
    {"cost_saving", engine::BenefitKind::cost_saving},
}};

constexpr std::array<Key, 9> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it; needed when two of a list have the same kind"},
    {"kind", Use::required, shapes::one_of<kinds>, "more revenue or less cost"},
    {"value", Use::required, shapes::figure, "at full adoption"},
    {"unit", Use::required, shapes::unit, "its unit"},
    growth_key,
    grows_key,
    {"cashable", Use::optional, shapes::figure, "the part that leaves the budget"},
    source_key,
    evidence_key,
}};

void read_benefit(const DocumentNode& node, ItemNames& names, const ReadContext& context,
                  std::vector<BenefitSection>& benefits) {
  const MapReader reader(node, names.list_path(), keys, context.problems);
  if (!node.is_map()) return;
  const std::optional<engine::BenefitKind> kind = reader.choice("kind", kinds);
  const std::string name = names.name_of(reader, "kind");
  const std::string path = join_path(names.list_path(), name);
  const std::optional<StatedUnit> unit = read_unit(reader, "unit", context);
  const DocumentNode* const value = reader.find("value");
  std::optional<Figure> figure = value == nullptr ? std::nullopt : read_figure(*value, path, context);
  const DocumentNode* const cashable = reader.find("cashable");
  std::optional<Figure> share =
      cashable == nullptr ? std::nullopt : read_figure(*cashable, path + ".cashable", context);
  Escalation escalation = read_escalation(reader, path, context);
  Origin origin = read_origin(reader);
  if (!kind || !unit || !figure) return;
  benefits.push_back(
      {name, *kind, std::move(*figure), *unit, std::move(escalation), std::move(share), std::move(origin)});
}

}  // namespace

const SectionKeys benefit_keys = {"initiatives.*.benefits", keys};

std::vector<BenefitSection> read_benefits(const DocumentNode& node, const std::string& path,
                                          const ReadContext& context) {
  std::vector<BenefitSection> benefits;
  if (!expect_list(node, path, "benefits", context.problems)) return benefits;
  ItemNames names(path);
  for (const DocumentNode& item : node.items) read_benefit(item, names, context, benefits);
  return benefits;
}

}  // namespace wayworth::scenarios
