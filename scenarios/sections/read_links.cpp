#include "scenarios/sections/read_links.hpp"

#include <fmt/format.h>

#include "scenarios/sections/read_heading.hpp"

namespace wayworth::scenarios {
namespace {

using engine::LinkForm;
using Use = Key::Use;

constexpr std::array<Choice<LinkForm>, 3> forms = {{
    {"logit", LinkForm::logit},
    {"elasticity", LinkForm::elasticity},
    {"mix", LinkForm::mix},
}};

constexpr std::array<Key, 10> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"from", Use::optional, shapes::text, "the driver that initiatives move; of `logit` and `elasticity`"},
    {"groups", Use::optional, shapes::map_of<shapes::figure>,
     "of `mix`: drivers that are shares of groups, and what the target is in each group"},
    {"to", Use::required, shapes::text, "the driver that follows"},
    {"form", Use::required, shapes::one_of<forms>,
     "`logit`: the log-odds of the target move by `coefficient` for each unit of the cause (of a share: for 100 "
     "points); `elasticity`: the target moves by `coefficient` percent for each percent of the cause; `mix`: the "
     "target is made up of groups"},
    {"coefficient", Use::optional, shapes::figure, "strength of `logit` and `elasticity`"},
    {"attribution", Use::optional, shapes::figure_with_percent, "the part of the move that is taken for real"},
    {"observed", Use::optional, shapes::list_of<shapes::constant>,
     "of `from`: its lowest and its highest value in the data behind the coefficient"},
    source_key,
    evidence_key,
}};

std::optional<Reference> read_reference(const MapReader& reader, std::string_view key) {
  const std::optional<std::string> text = reader.text(key);
  if (!text) return std::nullopt;
  return Reference{*text, reader.find(key)->place};
}

void require(const MapReader& reader, std::string_view key, std::string_view form) {
  if (reader.states(key)) return;
  reader.problems().error(reader.node().place, reader.path(), fmt::format("`form: {}` needs `{}`", form, key));
}

void refuse(const MapReader& reader, std::string_view key, std::string_view form) {
  const DocumentEntry* const entry = reader.node().find(key);
  if (entry == nullptr) return;
  reader.problems().error(entry->key_place, reader.path_of(key), fmt::format("`form: {}` has no `{}`", form, key));
}

void read_groups(const MapReader& reader, const ReadContext& context, LinkSection& link) {
  require(reader, "groups", "mix");
  refuse(reader, "from", "mix");
  refuse(reader, "coefficient", "mix");
  refuse(reader, "observed", "mix");
  const DocumentNode* const groups = reader.find("groups");
  if (groups == nullptr || !expect_map(*groups, reader.path_of("groups"), "driver: figure", context.problems)) return;
  for (const DocumentEntry& entry : groups->entries) {
    link.causes.push_back({{entry.key, entry.key_place},
                           read_figure(entry.value, join_path(reader.path_of("groups"), entry.key), context)});
  }
}

std::vector<Figure> read_observed(const MapReader& reader, const ReadContext& context) {
  const DocumentNode* const node = reader.find("observed");
  const std::string path = reader.path_of("observed");
  if (node == nullptr || !expect_list(*node, path, "two constants", context.problems)) return {};
  if (node->items.size() != 2) {
    context.problems.error(node->place, path,
                           fmt::format("must be the lowest and the highest value, not {} of them", node->items.size()));
    return {};
  }
  std::vector<Figure> ends;
  for (const DocumentNode& item : node->items) {
    std::optional<Figure> end = read_figure(item, path, context);
    if (end) ends.push_back(std::move(*end));
  }
  return ends.size() == 2 ? ends : std::vector<Figure>{};
}

void read_single_cause(const MapReader& reader, std::string_view form, const ReadContext& context, LinkSection& link) {
  require(reader, "from", form);
  require(reader, "coefficient", form);
  refuse(reader, "groups", form);
  std::optional<Figure> coefficient = read_figure(reader, "coefficient", context);
  link.observed = read_observed(reader, context);
  const std::optional<Reference> from = read_reference(reader, "from");
  if (from) link.causes.push_back({*from, std::move(coefficient)});
}

LinkSection read_link(const DocumentEntry& entry, const ReadContext& context) {
  const std::string path = join_path("links", entry.key);
  LinkSection link;
  link.heading = plain_heading(entry);
  const MapReader reader(entry.value, path, keys, context.problems);
  if (!entry.value.is_map()) return link;
  link.heading.name = reader.text("name").value_or(entry.key);
  link.target = read_reference(reader, "to");
  link.attribution = read_figure(reader, "attribution", context);
  link.origin = read_origin(reader);
  const std::optional<LinkForm> form = reader.choice("form", forms);
  if (!form) return link;
  link.form = *form;
  if (link.form == LinkForm::mix) {
    read_groups(reader, context, link);
  } else {
    read_single_cause(reader, link.form == LinkForm::logit ? "logit" : "elasticity", context, link);
  }
  return link;
}

}  // namespace

const SectionKeys link_keys = {"links.*", keys};

std::vector<LinkSection> read_links(const DocumentNode& node, const ReadContext& context) {
  std::vector<LinkSection> links;
  if (!expect_map(node, "links", "link: keys and values", context.problems)) return links;
  for (const DocumentEntry& entry : node.entries) links.push_back(read_link(entry, context));
  return links;
}

}  // namespace wayworth::scenarios
