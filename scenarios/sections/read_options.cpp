#include "scenarios/sections/read_options.hpp"

#include <limits>

#include "scenarios/sections/read_heading.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Key, 2> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"starts", Use::required, shapes::map_of<shapes::whole_number<1>>,
     "the step in which each initiative is planned to start; `all` stands for every one that is not named; an "
     "initiative that is not in it is not part of the option; the prerequisites of its members must be"},
}};

void read_starts(const DocumentNode& node, const std::string& path, std::size_t last_step, Problems& problems,
                 OptionSection& option) {
  if (!expect_map(node, path, "initiative: step", problems)) return;
  if (node.entries.empty()) problems.error(node.place, path, "names no initiative");
  for (const DocumentEntry& entry : node.entries) {
    const auto step = whole_number(entry.value, join_path(path, entry.key), 1, last_step, problems);
    if (entry.key == "all") {
      option.all = step;
    } else {
      // With a wrong step the initiative still is a member, so that nothing else is said about it.
      option.starts.push_back({{entry.key, entry.key_place}, step.value_or(1)});
    }
  }
}

OptionSection read_option(const DocumentEntry& entry, std::size_t last_step, Problems& problems) {
  const MapReader reader(entry.value, join_path("options", entry.key), keys, problems);
  OptionSection option;
  option.heading = plain_heading(entry);
  if (!entry.value.is_map()) return option;
  option.heading.name = reader.text("name").value_or(entry.key);
  if (const DocumentNode* const starts = reader.find("starts")) {
    read_starts(*starts, reader.path_of("starts"), last_step, problems, option);
  }
  return option;
}

}  // namespace

const SectionKeys option_keys = {"options.*", keys};

std::vector<OptionSection> read_options(const DocumentNode& node, const engine::Timeline& time, Problems& problems) {
  std::vector<OptionSection> options;
  if (!expect_map(node, "options", "option: keys and values", problems)) return options;
  const std::size_t last_step = time.steps == 0 ? std::numeric_limits<std::uint32_t>::max() : time.steps;
  for (const DocumentEntry& entry : node.entries) options.push_back(read_option(entry, last_step, problems));
  return options;
}

}  // namespace wayworth::scenarios
