#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/parse_yaml.hpp"
#include "scenarios/yaml/source_text.hpp"

namespace wayworth::scenarios {

namespace {

/// "initiatives.chat.costs[2].value" in pieces: "initiatives", "chat", "costs", "2", "value".
std::optional<std::vector<std::string>> split_path(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    const bool is_index = path.front() == '[';
    const std::size_t end = is_index ? path.find(']') : std::min(path.find_first_of(".["), path.size());
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    segments.emplace_back(is_index ? path.substr(1, end - 1) : path.substr(0, end));
    path.remove_prefix(is_index ? end + 1 : end);
    if (segments.back().empty() || path == ".") {
      return std::nullopt;
    }
    if (path.starts_with('.')) {
      path.remove_prefix(1);
    }
  }
  return segments.empty() ? std::nullopt : std::optional(segments);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = text.find_last_not_of(' ');
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

/// The numbers of "6%, 9%, 12%"; nothing for text that is not several numbers.
std::vector<std::string_view> listed_numbers(std::string_view text) {
  std::vector<std::string_view> items;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
    const std::string_view item = items.back();
    if (item.empty() || std::string_view("0123456789-+.").find(item.front()) == std::string_view::npos ||
        item.find_first_of("()") != std::string_view::npos) {
      return {};
    }
  }
  return items.size() > 1 ? items : std::vector<std::string_view>{};
}

std::optional<DocumentNode> parse_value(std::string_view text, const std::shared_ptr<const std::string>& set_path,
                                        Problems& problems) {
  SourceText source(text, {1, 1, set_path});
  if (const auto bad = find_bad_text(text)) {
    problems.error(source.place_of(bad->byte), *set_path, bad->message);
    return std::nullopt;
  }
  auto value = parse_yaml(source, problems);
  if (!value || !value->is_scalar() || value->quoted) {
    return value;
  }
  const auto numbers = listed_numbers(value->text);
  if (numbers.empty()) {
    return value;
  }
  DocumentNode list;
  list.kind = DocumentNode::Kind::list;
  list.place = value->place;
  for (const std::string_view number : numbers) {
    DocumentNode& item = list.items.emplace_back();
    item.kind = DocumentNode::Kind::scalar;
    item.text = number;
    item.place = value->place_of(static_cast<std::size_t>(number.data() - value->text.data()));
  }
  return list;
}

std::string name_of_item(const DocumentNode& item) {
  const DocumentEntry* name = item.find("name");
  return name != nullptr ? name->value.text : std::string();
}

DocumentNode* find_item(DocumentNode& list, std::string_view segment) {
  const auto named = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const DocumentNode& item) { return name_of_item(item) == segment; });
  if (named != list.items.end()) {
    return &*named;
  }
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(segment.data(), segment.data() + segment.size(), position);
  const bool is_position = error == std::errc() && end == segment.data() + segment.size();
  return is_position && position >= 1 && position <= list.items.size() ? &list.items[position - 1] : nullptr;
}

std::vector<std::string> known_in(const DocumentNode& node) {
  std::vector<std::string> known;
  for (const DocumentEntry& entry : node.entries) {
    known.push_back(entry.key);
  }
  for (const DocumentNode& item : node.items) {
    if (const std::string name = name_of_item(item); !name.empty()) {
      known.push_back(name);
    }
  }
  return known;
}

/// Maps of the language that may be left out: a value is set in them all the same. * is a key of the user's.
constexpr std::array<std::string_view, 13> optional_maps = {
    "time",    "finance",          "finance.terminal_value", "simulation",
    "drivers", "streams",          "initiatives.*.effects",  "initiatives.*.rollout",
    "roadmap", "roadmap.capacity", "roadmap.fixed",          "roadmap.gates",
    "options"};

/// Walks to the place that one override is about and puts its value there.
class Override {
public:
  /// `place` is where the override stands, with the text `path`.
  Override(Place place, std::string path, std::vector<std::string> segments, Problems& problems)
      : place_(std::move(place)), path_(std::move(path)), segments_(std::move(segments)), problems_(problems) {}

  void put(DocumentNode& root, DocumentNode value) const {
    DocumentNode* node = &root;
    for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
      const bool is_the_value_itself = i + 2 == segments_.size() && segments_.back() == "value";
      node = child(*node, i);
      if (node == nullptr) {
        return;
      }
      if (is_the_value_itself && !node->is_map()) {
        *node = std::move(value);
        return;
      }
    }
    const std::string& last = segments_.back();
    DocumentEntry* entry = node->is_map() ? node->find(last) : nullptr;
    if (entry != nullptr) {
      replace(entry->value, std::move(value));
    } else if (node->is_map() && may_add(*node)) {
      node->entries.push_back({last, place_, std::move(value)});
    } else if (DocumentNode* item = child(*node, segments_.size() - 1)) {
      replace(*item, std::move(value));
    }
  }

private:
  /// What users name themselves is set, not added, by a word that is nearly one of theirs.
  [[nodiscard]] bool may_add(const DocumentNode& map) const {
    const bool holds_own_names = segments_.size() == 2 && (segments_[0] == "drivers" || segments_[0] == "streams" ||
                                                           segments_[0] == "initiatives" || segments_[0] == "options");
    return !holds_own_names || !closest(segments_.back(), known_in(map));
  }

  static void replace(DocumentNode& node, DocumentNode value) {
    DocumentEntry* inner = node.is_map() && !value.is_map() ? node.find("value") : nullptr;
    (inner != nullptr ? inner->value : node) = std::move(value);
  }

  DocumentEntry& add_map(DocumentNode& node, const std::string& key) const {
    DocumentNode map;
    map.kind = DocumentNode::Kind::map;
    map.place = place_;
    return node.entries.emplace_back(DocumentEntry{key, map.place, map});
  }

  [[nodiscard]] bool is_optional_map(std::size_t i) const {
    const std::string pattern = i == 0   ? segments_[0]
                                : i == 1 ? fmt::format("{}.{}", segments_[0], segments_[1])
                                : i == 2 ? fmt::format("{}.*.{}", segments_[0], segments_[2])
                                         : std::string();
    return std::find(optional_maps.begin(), optional_maps.end(), pattern) != optional_maps.end();
  }

  /// The child that segment `i` names; an optional map of the language is made when it is missing. Reports why there is
  /// none.
  DocumentNode* child(DocumentNode& node, std::size_t i) const {
    const std::string& segment = segments_[i];
    DocumentNode* found = nullptr;
    if (node.is_map()) {
      DocumentEntry* entry = node.find(segment);
      if (entry == nullptr && is_optional_map(i)) entry = &add_map(node, segment);
      found = entry != nullptr ? &entry->value : nullptr;
    } else if (node.is_list()) {
      found = find_item(node, segment);
    }
    if (found == nullptr) {
      report_missing(node, i);
    }
    return found;
  }

  /// What could have been meant by segment `i`: what is there, and at the top what may be left out.
  static std::vector<std::string> known_to(const DocumentNode& node, std::size_t i) {
    std::vector<std::string> known = known_in(node);
    for (const std::string_view map : optional_maps) {
      const bool is_new = i == 0 && map.find('.') == std::string_view::npos && node.find(map) == nullptr;
      if (is_new) known.emplace_back(map);
    }
    return known;
  }

  void report_missing(const DocumentNode& node, std::size_t i) const {
    std::string parent = i == 0 ? "the scenario" : "`" + segments_[0];
    for (std::size_t k = 1; k < i; ++k) {
      parent += "." + segments_[k];
    }
    parent += i == 0 ? "" : "`";
    std::string message;
    if (node.is_list()) {
      message = fmt::format("{} has {} entries and none that is named `{}`{}", parent, node.items.size(), segments_[i],
                            suggestion(segments_[i], known_in(node)));
    } else if (node.is_map()) {
      message = fmt::format("{} has no `{}`{}", parent, segments_[i], suggestion(segments_[i], known_to(node, i)));
    } else {
      const std::string whole = parent.substr(1, parent.size() - 2);
      message = fmt::format("{} is a single value without a `{}`; set it whole, as in {}", parent, segments_[i],
                            place_.is_override() ? fmt::format("--set '{}={{{}: ...}}'", whole, segments_[i])
                                                 : fmt::format("{}: {{{}: ...}}", whole, segments_[i]));
    }
    problems_.error(place_, path_, std::move(message));
  }

  Place place_;
  std::string path_;
  std::vector<std::string> segments_;
  Problems& problems_;
};

}  // namespace

void apply_override(Document& document, std::string_view assignment, Problems& problems) {
  const std::size_t equals = assignment.find('=');
  const auto set_path = std::make_shared<const std::string>(trimmed(assignment.substr(0, equals)));
  const Place place = {1, 1, set_path};
  auto segments = split_path(*set_path);
  if (equals == std::string_view::npos || !segments) {
    problems.error(place, *set_path, "is not an assignment; write path=value, as in drivers.margin=30%");
    return;
  }
  auto value = parse_value(assignment.substr(equals + 1), set_path, problems);
  if (value) {
    Override(place, *set_path, std::move(*segments), problems).put(document.root, std::move(*value));
  }
}

void put_value(Document& document, const std::string& path, DocumentNode value, const Place& place,
               Problems& problems) {
  auto segments = split_path(path);
  if (!segments) {
    problems.error(place, path, "is not a path; write keys with dots between them, as in drivers.margin");
    return;
  }
  Override(place, path, std::move(*segments), problems).put(document.root, std::move(value));
}

}  // namespace wayworth::scenarios
