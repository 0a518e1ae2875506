#include "scenarios/sections/read_accept.hpp"

#include <fmt/format.h>

#include "engine/lint/lint.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Key, 3> keys = {{
    {"rule", Use::required, shapes::text_like("^W-[A-Z0-9]+$"), "the finding, by the id that its message ends with"},
    {"at", Use::optional, shapes::text, "where: the path of its message, or one that this begins with"},
    {"because", Use::required, shapes::text, "why it is right as it is; reports show it"},
}};

bool is_rule(const MapReader& reader, const std::string& id) {
  if (engine::find_rule(id) != nullptr) return true;
  std::vector<std::string> known;
  for (const engine::LintRule& rule : engine::all_rules()) known.emplace_back(rule.id);
  const auto nearest = closest(id, known);
  reader.problems().error(
      reader.find("rule")->place, reader.path_of("rule"),
      fmt::format("there is no rule `{}`; {}", id,
                  nearest ? fmt::format("did you mean `{}`?", *nearest) : "messages end with the ids of theirs"));
  return false;
}

}  // namespace

const SectionKeys accept_keys = {"accept", keys};

std::vector<Acceptance> read_accept(const DocumentNode& node, Problems& problems) {
  std::vector<Acceptance> all;
  if (!expect_list(node, "accept", "findings", problems)) return all;
  for (const DocumentNode& item : node.items) {
    const MapReader reader(item, "accept", keys, problems);
    if (!item.is_map()) continue;
    const std::optional<std::string> rule = reader.text("rule");
    const std::optional<std::string> because = reader.text("because");
    if (!rule || !because || !is_rule(reader, *rule)) continue;
    all.push_back({*rule, reader.text("at").value_or(""), *because, item.place});
  }
  return all;
}

}  // namespace wayworth::scenarios
