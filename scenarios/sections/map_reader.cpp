#include "scenarios/sections/map_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

/// What stands at `node`, for the end of a message: "a list", "`abc`".
std::string found(const DocumentNode& node) {
  return node.is_scalar() ? fmt::format("`{}`", node.text) : std::string(name_of(node.kind));
}

}  // namespace

MapReader::MapReader(const DocumentNode& node, std::string path, std::span<const Key> keys, Problems& problems)
    : node_(node), path_(std::move(path)), keys_(keys), problems_(problems) {
  if (expect_map(node_, path_, "keys and values", problems_)) check_keys();
}

void MapReader::check_keys() const {
  for (const DocumentEntry& entry : node_.entries) check_entry(entry);
  for (const Key& key : keys_) {
    if (key.use == Key::Use::required && !states(key.name)) {
      problems_.error(node_.place, path_, fmt::format("`{}` is missing", key.name));
    }
  }
}

void MapReader::check_entry(const DocumentEntry& entry) const {
  const auto known = std::find_if(keys_.begin(), keys_.end(), [&](const Key& key) { return key.name == entry.key; });
  if (known == keys_.end()) {
    problems_.error(entry.key_place, path_,
                    fmt::format("unknown key `{}`{}", entry.key, suggestion(entry.key, key_names())));
  } else if (entry.value.is_null()) {
    problems_.error(entry.key_place, path_of(entry.key), "is empty; give it a value or leave the key out");
  }
}

bool MapReader::knows(std::string_view key) const {
  return std::any_of(keys_.begin(), keys_.end(), [&](const Key& known) { return known.name == key; });
}

std::vector<std::string> MapReader::key_names() const {
  std::vector<std::string> names;
  for (const Key& key : keys_) names.emplace_back(key.name);
  return names;
}

bool MapReader::states(std::string_view key) const {
  if (!node_.is_map()) return false;
  if (node_.find(key) != nullptr) return true;
  return std::any_of(node_.entries.begin(), node_.entries.end(), [&](const DocumentEntry& entry) {
    return !knows(entry.key) && closest(entry.key, key_names()) == key;
  });
}

const DocumentNode* MapReader::find(std::string_view key) const {
  const DocumentEntry* const entry = node_.is_map() ? node_.find(key) : nullptr;
  return entry == nullptr || entry->value.is_null() ? nullptr : &entry->value;
}

std::string MapReader::path_of(std::string_view key) const {
  return join_path(path_, key);
}

std::optional<std::string> MapReader::text(std::string_view key) const {
  const DocumentNode* const value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_scalar()) return value->text;
  problems_.error(value->place, path_of(key), fmt::format("must be text, not {}", name_of(value->kind)));
  return std::nullopt;
}

void MapReader::report_word(const DocumentNode& node, const std::string& path,
                            const std::vector<std::string>& words) const {
  problems_.error(node.place, path, fmt::format("must be {}, not {}", any_of_words(words), found(node)));
}

std::string join_path(std::string_view parent, std::string_view key) {
  return parent.empty() ? std::string(key) : fmt::format("{}.{}", parent, key);
}

std::string any_of_words(std::span<const std::string> words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view glue = i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    all += fmt::format("{}`{}`", glue, words[i]);
  }
  return all;
}

bool expect_map(const DocumentNode& node, const std::string& path, std::string_view of_what, Problems& problems) {
  if (!node.is_map()) {
    problems.error(node.place, path, fmt::format("must be a map of {}, not {}", of_what, found(node)));
  }
  return node.is_map();
}

bool expect_list(const DocumentNode& node, const std::string& path, std::string_view of_what, Problems& problems) {
  if (!node.is_list()) {
    problems.error(node.place, path, fmt::format("must be a list of {}, not {}", of_what, found(node)));
  }
  return node.is_list();
}

std::optional<std::uint64_t> whole_number(const DocumentNode& node, const std::string& path, std::uint64_t least,
                                          std::uint64_t most, Problems& problems) {
  std::uint64_t value = 0;
  const char* const end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  const bool leading_zero = node.text.size() > 1 && node.text.front() == '0';
  if (node.is_scalar() && error == std::errc{} && stop == end && !leading_zero && least <= value && value <= most) {
    return value;
  }
  problems.error(node.place, path,
                 fmt::format("must be a whole number from {} to {}, not {}", least, most, found(node)));
  return std::nullopt;
}

}  // namespace wayworth::scenarios
