#include <charconv>

#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

namespace {

/// Whether `path` begins with `key` as a whole; then without it, and without the dot behind it.
std::optional<std::string_view> behind(std::string_view path, std::string_view key) {
  if (key.empty() || !path.starts_with(key)) return std::nullopt;
  path.remove_prefix(key.size());
  if (path.empty() || path.front() == '[') return path;
  if (path.front() != '.') return std::nullopt;
  return path.substr(1);
}

std::optional<Place> place_in(const DocumentNode& node, std::string_view path);

/// `here`, or what stands deeper where more of the path does.
Place deepest(const Place& here, const DocumentNode& node, std::string_view rest) {
  return rest.empty() ? here : place_in(node, rest).value_or(here);
}

/// The name of an item of benefits or costs: its `name`, or else its `kind`.
std::string_view name_of_item(const DocumentNode& item) {
  for (const char* const key : {"name", "kind"}) {
    if (const DocumentEntry* const entry = item.find(key)) return entry->value.text;
  }
  return "";
}

std::optional<Place> place_in_list(const DocumentNode& list, std::string_view path) {
  for (const DocumentNode& item : list.items) {
    if (const auto rest = behind(path, name_of_item(item))) return deepest(item.place, item, *rest);
  }
  const std::size_t end = path.find(']');
  std::size_t position = 0;
  if (!path.starts_with('[') || end == std::string_view::npos) return std::nullopt;
  std::from_chars(path.data() + 1, path.data() + end, position);
  if (position < 1 || position > list.items.size()) return std::nullopt;
  const DocumentNode& item = list.items[position - 1];
  path.remove_prefix(end + 1);
  return deepest(item.place, item, path.starts_with('.') ? path.substr(1) : path);
}

std::optional<Place> place_in(const DocumentNode& node, std::string_view path) {
  if (node.is_list()) return place_in_list(node, path);
  for (const DocumentEntry& entry : node.entries) {
    if (const auto rest = behind(path, entry.key)) return deepest(entry.key_place, entry.value, *rest);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Place> find_place(const DocumentNode& root, std::string_view path) {
  return place_in(root, path);
}

}  // namespace wayworth::scenarios
