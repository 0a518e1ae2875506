#include "scenarios/sections/read_streams.hpp"

#include <fmt/format.h>

#include "scenarios/sections/read_heading.hpp"
#include "scenarios/sections/read_staffing.hpp"

namespace wayworth::scenarios {
namespace {

using engine::RevenueBasis;
using engine::StreamKind;
using Use = Key::Use;

constexpr std::array<Key, 3> release_table = {{
    {"attrition", Use::required, shapes::figure_with_percent, "the part of the staff that leaves in a year by itself"},
    {"redundancies", Use::optional, shapes::figure_with_percent,
     "the part of those who are too many that is made redundant at once"},
    {"severance", Use::optional, shapes::figure, "what each redundancy costs"},
}};

constexpr std::array<Choice<StreamKind>, 3> kinds = {{
    {"revenue", StreamKind::revenue},
    {"cost", StreamKind::cost},
    {"fte", StreamKind::fte},
}};

constexpr std::array<Choice<RevenueBasis>, 2> bases = {{
    {"contribution", RevenueBasis::contribution},
    {"revenue", RevenueBasis::revenue},
}};

constexpr std::array<Key, 11> keys = {{
    {"kind", Use::required, shapes::one_of<kinds>, "money earned, money spent, or staff"},
    {"formula", Use::optional, shapes::figure, "its size, from drivers and other streams"},
    {"workload", Use::optional, shapes::section,
     "of fte, instead of `formula`: staff from contacts and their handle time"},
    {"queue", Use::optional, shapes::section, "of fte, instead of `formula`: staff that answers contacts in time"},
    {"unit", Use::optional, shapes::unit, "the unit of `formula` when its drivers do not say it all"},
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"basis", Use::optional, shapes::one_of<bases>, "of revenue: contribution to profit already, or gross revenue"},
    {"margin", Use::optional, shapes::figure, "with `basis: revenue`: the part of the revenue that is contribution"},
    {"cost", Use::optional, shapes::figure, "of fte: what one FTE costs"},
    {"release", Use::optional, shapes::section, "of fte: freed FTE leave with attrition only; without it, at once"},
    {"cashable", Use::optional, shapes::figure, "of fte and cost: the part of a saving that leaves the budget"},
}};

/// Reports a key that only another kind of stream has.
void refuse(const MapReader& reader, std::string_view key, std::string_view belongs_to) {
  const DocumentEntry* const entry = reader.node().is_map() ? reader.node().find(key) : nullptr;
  if (entry == nullptr) return;
  reader.problems().error(entry->key_place, reader.path_of(key), fmt::format("only {} has `{}`", belongs_to, key));
}

void check_size(const MapReader& reader, const StreamSection& stream) {
  if (stream.kind == StreamKind::fte) {
    if (reader.states("formula") || reader.states("workload") || reader.states("queue")) return;
    reader.problems().error(stream.heading.place, reader.path(), "`formula` is missing (or `workload`, or `queue`)");
    return;
  }
  refuse(reader, "workload", "a stream of kind fte");
  refuse(reader, "queue", "a stream of kind fte");
  if (!reader.states("formula")) {
    reader.problems().error(reader.node().place, reader.path(), "`formula` is missing");
  }
}

void check_revenue_keys(const MapReader& reader, const StreamSection& stream) {
  refuse(reader, "cost", "a stream of kind fte");
  refuse(reader, "release", "a stream of kind fte");
  refuse(reader, "cashable", "a stream of kind fte or cost");
  if (stream.basis == RevenueBasis::revenue && !reader.states("margin")) {
    reader.problems().error(stream.heading.place, reader.path(),
                            "`basis: revenue` needs a `margin`: the share of the revenue that is contribution");
  }
  const bool basis_is_wrong = stream.basis == RevenueBasis::unstated && reader.states("basis");
  if (stream.basis != RevenueBasis::revenue && !basis_is_wrong)
    refuse(reader, "margin", "a stream with `basis: revenue`");
}

void check_keys_of_kind(const MapReader& reader, const StreamSection& stream) {
  if (stream.kind == StreamKind::revenue) {
    check_revenue_keys(reader, stream);
    return;
  }
  refuse(reader, "basis", "a stream of kind revenue");
  refuse(reader, "margin", "a stream of kind revenue");
  if (stream.kind == StreamKind::cost) {
    refuse(reader, "cost", "a stream of kind fte");
    refuse(reader, "release", "a stream of kind fte");
    return;
  }
  if (!reader.states("cost")) {
    reader.problems().error(stream.heading.place, reader.path(),
                            "`cost` is missing: what one FTE costs, as money per time and FTE");
  }
}

std::optional<ReleaseSection> read_release(const MapReader& stream, const ReadContext& context) {
  const DocumentNode* const node = stream.find("release");
  if (node == nullptr) return std::nullopt;
  const MapReader reader(*node, stream.path_of("release"), release_table, context.problems);
  if (!node->is_map()) return std::nullopt;
  if (reader.states("redundancies") && !reader.states("severance")) {
    reader.problems().warning("W-SEVERANCE", node->place, reader.path(),
                              "redundancies cost nothing: say what `severance` each of them takes");
  }
  return ReleaseSection{read_figure(reader, "attrition", context), read_figure(reader, "redundancies", context),
                        read_figure(reader, "severance", context)};
}

StreamSection read_stream(const DocumentEntry& entry, const ReadContext& context) {
  const std::string path = join_path("streams", entry.key);
  const MapReader reader(entry.value, path, keys, context.problems);
  StreamSection stream;
  stream.heading = read_heading(entry, path, context.problems);
  if (!entry.value.is_map()) return stream;
  stream.heading.name = reader.text("name").value_or(entry.key);
  stream.kind = reader.choice("kind", kinds);
  stream.basis = reader.choice("basis", bases).value_or(RevenueBasis::unstated);
  stream.unit = read_unit(reader, "unit", context);
  const DocumentNode* const formula = reader.find("formula");
  std::optional<Figure> figure = formula == nullptr ? std::nullopt : read_figure(*formula, path, context);
  const bool unit_is_wrong = !stream.unit && reader.states("unit");
  if (!unit_is_wrong) stream.formula = std::move(figure);
  stream.staffing = read_staffing(reader, context);
  if (stream.staffing) stream.formula.reset();
  check_size(reader, stream);
  stream.margin = read_figure(reader, "margin", context);
  stream.cost = read_figure(reader, "cost", context);
  stream.cashable = read_figure(reader, "cashable", context);
  stream.release = read_release(reader, context);
  if (stream.kind) check_keys_of_kind(reader, stream);
  return stream;
}

}  // namespace

const SectionKeys release_keys = {"streams.*.release", release_table};
const SectionKeys stream_keys = {"streams.*", keys};

std::vector<StreamSection> read_streams(const DocumentNode& node, const ReadContext& context) {
  std::vector<StreamSection> streams;
  if (!expect_map(node, "streams", "stream: keys and values", context.problems)) return streams;
  for (const DocumentEntry& entry : node.entries) streams.push_back(read_stream(entry, context));
  return streams;
}

}  // namespace wayworth::scenarios
