#include "scenarios/sections/read_correlations.hpp"

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::string_view section = "correlations";

enum class Repair { allow };
constexpr std::array<Choice<Repair>, 1> repairs = {{{"allow", Repair::allow}}};

constexpr std::array<Key, 4> keys = {{
    {"between", Use::optional, shapes::list_of<shapes::text>, "two uncertain figures, by path or key"},
    {"among", Use::optional, shapes::text_or_texts, "several, every pair of them; `*` stands for any part of a path"},
    {"rank", Use::optional, shapes::constant, "Spearman's rank correlation"},
    {"repair", Use::optional, shapes::one_of<repairs>,
     "an entry of its own: ranks that cannot hold together may be moved to the nearest that can"},
}};

std::vector<Reference> read_names(const DocumentNode& node, const std::string& path, Problems& problems) {
  std::vector<Reference> names;
  const auto add = [&](const DocumentNode& item) {
    if (item.is_scalar() && !item.text.empty()) {
      names.push_back({item.text, item.place});
    } else {
      problems.error(item.place, path, "must be the path of an uncertain figure, such as drivers.margin");
    }
  };
  if (!node.is_list()) {
    add(node);
    return names;
  }
  for (const DocumentNode& item : node.items) add(item);
  return names;
}

constexpr ConstantRule rank_correlation = {[](const Constant& constant) {
                                             return -1.0 <= constant.value && constant.value <= 1.0 &&
                                                    constant.suffix != Syntax::Suffix::percentage_points;
                                           },
                                           "a rank correlation from -1 to 1"};

/// Whether the entry says whom it is about, in one way.
bool states_one_kind(const MapReader& reader) {
  if (reader.states("between") != reader.states("among")) return true;
  const bool both = reader.states("between");
  reader.problems().error(reader.node().place, std::string(section),
                          both ? "has both `between` and `among`; write one entry for each"
                               : "needs `between` (two uncertain figures) or `among` (several), and `rank`");
  return false;
}

/// Appends the entry in `node`, unless it is wrong.
void read_entry(const DocumentNode& node, const ReadContext& context, CorrelationsSection& correlations) {
  const MapReader reader(node, std::string(section), keys, context.problems);
  if (!node.is_map()) return;
  if (reader.choice("repair", repairs)) correlations.repair_is_allowed = true;
  if (reader.states("repair") && node.entries.size() == 1) return;  // an entry of its own
  if (!states_one_kind(reader)) return;
  if (!reader.states("rank")) {
    context.problems.error(node.place, std::string(section), "needs `rank`, a rank correlation from -1 to 1");
  }
  const bool is_pair = reader.states("between");
  const std::string_view kind = is_pair ? "between" : "among";
  const std::optional<double> rank = read_constant(reader, "rank", context, rank_correlation);
  const DocumentNode* const names = reader.find(kind);
  if (names == nullptr) return;
  CorrelationSection entry{is_pair ? CorrelationSection::Kind::between : CorrelationSection::Kind::among,
                           read_names(*names, reader.path_of(kind), context.problems), rank.value_or(0.0), node.place};
  if (is_pair && names->is_list() && names->items.size() != 2) {
    context.problems.error(
        names->place, reader.path_of(kind),
        fmt::format("must be two uncertain figures, not {}; write `among` for several", names->items.size()));
    return;
  }
  if (rank && !entry.names.empty()) correlations.entries.push_back(std::move(entry));
}

}  // namespace

const SectionKeys correlation_keys = {section, keys};

CorrelationsSection read_correlations(const DocumentNode& node, const ReadContext& context) {
  CorrelationsSection correlations;
  correlations.place = node.place;
  if (!expect_list(node, std::string(section), "correlations", context.problems)) return correlations;
  for (const DocumentNode& item : node.items) read_entry(item, context, correlations);
  return correlations;
}

}  // namespace wayworth::scenarios
