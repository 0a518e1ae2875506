#include "scenarios/sections/item_names.hpp"

#include <fmt/format.h>

namespace wayworth::scenarios {

std::string ItemNames::name_of(const MapReader& item, std::string_view instead) {
  const DocumentNode* const fallback = item.find(instead);
  const std::optional<std::string> stated = item.text("name");
  std::string name = stated ? *stated : fallback != nullptr ? fallback->text : "";
  if (!taken_.insert(name).second) {
    item.problems().error(item.node().place, list_path_,
                          stated ? fmt::format("two are named `{}`; give each its own name", name)
                                 : fmt::format("two have no name of their own (`{}`); give each a `name`", name));
  }
  return name;
}

}  // namespace wayworth::scenarios
