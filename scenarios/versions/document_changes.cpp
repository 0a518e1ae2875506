#include "scenarios/versions/document_changes.hpp"

#include <algorithm>
#include <set>

namespace wayworth::scenarios {

namespace {

constexpr std::size_t longest_flow_text = 60;

/// What an entry of a list of maps is called; empty when it has no name.
std::string name_of_item(const DocumentNode& item) {
  for (const std::string_view key : {"name", "kind"}) {
    const DocumentEntry* const entry = item.find(key);
    if (entry != nullptr) return entry->value.text;
  }
  return "";
}

/// Whether every entry has a name that no other one has.
bool has_names(const DocumentNode& list) {
  std::set<std::string> names;
  return list.is_list() && !list.items.empty() &&
         std::all_of(list.items.begin(), list.items.end(), [&](const DocumentNode& item) {
           const std::string name = item.is_map() ? name_of_item(item) : "";
           return !name.empty() && names.insert(name).second;
         });
}

/// The entry of a map, or that of a list with this name; nullptr when there is none.
template <class Node>
Node* find_child(Node& node, const std::string& key) {
  if (node.is_map()) {
    auto* const entry = node.find(key);
    return entry == nullptr ? nullptr : &entry->value;
  }
  const auto item = std::find_if(node.items.begin(), node.items.end(),
                                 [&](const DocumentNode& one) { return name_of_item(one) == key; });
  return item == node.items.end() ? nullptr : &*item;
}

std::vector<std::string> children_of(const DocumentNode& node) {
  std::vector<std::string> names;
  for (const DocumentEntry& entry : node.entries) names.push_back(entry.key);
  for (const DocumentNode& item : node.items) names.push_back(name_of_item(item));
  return names;
}

/// A figure as the map that it could be written as.
DocumentNode as_map_with_value(const DocumentNode& figure) {
  DocumentNode map;
  map.kind = DocumentNode::Kind::map;
  map.place = figure.place;
  map.entries.push_back({"value", figure.place, figure});
  return map;
}

bool is_map_with_value(const DocumentNode& node) {
  return node.is_map() && node.find("value") != nullptr;
}

class Comparer {
public:
  void compare(const DocumentNode& before, const DocumentNode& after) {
    if (is_map_with_value(before) && !after.is_map()) return compare(before, as_map_with_value(after));
    if (!before.is_map() && is_map_with_value(after)) return compare(as_map_with_value(before), after);
    const bool have_children = (before.is_map() && after.is_map()) || (has_names(before) && has_names(after));
    if (have_children) return compare_children(before, after);
    if (!are_equal(before, after)) changes.push_back({path_, before, after});
  }

  std::vector<DocumentChange> changes;

private:
  void compare_children(const DocumentNode& before, const DocumentNode& after) {
    for (const std::string& key : children_of(before)) {
      path_.push_back(key);
      const DocumentNode& was = *find_child(before, key);
      const DocumentNode* const is = find_child(after, key);
      if (is != nullptr) {
        compare(was, *is);
      } else {
        changes.push_back({path_, was, std::nullopt});
      }
      path_.pop_back();
    }
    for (const std::string& key : children_of(after)) {
      if (find_child(before, key) != nullptr) continue;
      path_.push_back(key);
      changes.push_back({path_, std::nullopt, *find_child(after, key)});
      path_.pop_back();
    }
  }

  static bool are_equal(const DocumentNode& a, const DocumentNode& b) {
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size()) return false;
    if (a.entries.size() != b.entries.size()) return false;
    const bool same_entries = std::all_of(a.entries.begin(), a.entries.end(), [&](const DocumentEntry& entry) {
      const DocumentEntry* const other = b.find(entry.key);
      return other != nullptr && are_equal(entry.value, other->value);
    });
    return same_entries && std::equal(a.items.begin(), a.items.end(), b.items.begin(), are_equal);
  }

  std::vector<std::string> path_;
};

void put(DocumentNode& parent, const std::string& key, const DocumentNode& value) {
  if (DocumentNode* const child = find_child(parent, key)) {
    *child = value;
  } else if (parent.is_map()) {
    parent.entries.push_back({key, value.place, value});
  } else {
    parent.items.push_back(value);
  }
}

void remove(DocumentNode& parent, const std::string& key) {
  parent.entries.erase(std::remove_if(parent.entries.begin(), parent.entries.end(),
                                      [&](const DocumentEntry& entry) { return entry.key == key; }),
                       parent.entries.end());
  parent.items.erase(std::remove_if(parent.items.begin(), parent.items.end(),
                                    [&](const DocumentNode& item) { return name_of_item(item) == key; }),
                     parent.items.end());
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

std::vector<DocumentChange> changes_between(const DocumentNode& before, const DocumentNode& after) {
  Comparer comparer;
  comparer.compare(before, after);
  return std::move(comparer.changes);
}

void make_change(DocumentNode& root, const DocumentChange& change) {
  DocumentNode* node = &root;
  for (std::size_t i = 0; i < change.path.size(); ++i) {
    const bool is_figure = !node->is_map() && !has_names(*node) && !(node->is_list() && node->items.empty());
    if (is_figure) *node = as_map_with_value(*node);
    const std::string& key = change.path[i];
    if (i + 1 == change.path.size()) {
      if (change.after) {
        put(*node, key, *change.after);
      } else {
        remove(*node, key);
      }
      return;
    }
    node = find_child(*node, key);
    if (node == nullptr) return;  // a change that was made already took it away
  }
}

std::string path_text(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& key : path) text += (text.empty() ? "" : ".") + key;
  return text;
}

std::string flow_text(const DocumentNode& node) {
  std::vector<std::string> parts;
  for (const DocumentNode& item : node.items) parts.push_back(flow_text(item));
  for (const DocumentEntry& entry : node.entries) parts.push_back(entry.key + ": " + flow_text(entry.value));
  if (node.is_list()) return "[" + joined(parts) + "]";
  if (!node.is_map()) return node.text;
  std::string text = joined(parts);
  if (text.size() > longest_flow_text) text = joined(children_of(node));
  return "{" + text + "}";
}

}  // namespace wayworth::scenarios
