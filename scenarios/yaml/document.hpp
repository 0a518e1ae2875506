#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/messages/place.hpp"
#include "scenarios/messages/problems.hpp"

namespace wayworth::scenarios {

struct DocumentEntry;

/// One value of the YAML tree as it was typed; nothing is converted yet.
struct DocumentNode {
  enum class Kind { null, scalar, list, map };

  /// From the byte `offset` of `text` on, the characters of `text` stand at `place` and to the right of it.
  struct TextPlace {
    std::size_t offset = 0;
    Place place;
  };

  Kind kind = Kind::null;
  bool quoted = false;  ///< a scalar in quotes, or a block scalar (`|`, `>`): text on purpose
  std::string text;     ///< of a scalar; valid UTF-8
  Place place;
  std::vector<DocumentNode> items;     ///< of a list
  std::vector<DocumentEntry> entries;  ///< of a map, in the order of the file; keys are unique
  std::vector<TextPlace> text_places;  ///< of a scalar that does not stand on one line as it is; ascending offsets

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_list() const { return kind == Kind::list; }
  [[nodiscard]] bool is_map() const { return kind == Kind::map; }

  /// The entry of a map, or nullptr. Linear: for sections with a handful of keys; go through `entries` otherwise.
  [[nodiscard]] const DocumentEntry* find(std::string_view key) const;
  [[nodiscard]] DocumentEntry* find(std::string_view key);

  /// Where the byte `offset` of `text` was typed.
  [[nodiscard]] Place place_of(std::size_t offset) const;
};

struct DocumentEntry {
  std::string key;
  Place key_place;
  DocumentNode value;
};

/// What a node is, in words for messages: "empty", "text", "a list", "a map".
std::string_view name_of(DocumentNode::Kind kind);

/// A scenario file as a tree with places. The root is a map.
struct Document {
  std::string file;  ///< as the user named it
  DocumentNode root;
};

/// Limits that keep a broken or hostile file from costing more than a message.
inline constexpr std::size_t max_file_bytes = 8'000'000;
inline constexpr std::size_t max_depth = 64;         ///< of lists and maps inside each other
inline constexpr std::size_t max_nodes = 1'000'000;  ///< with every alias expanded

/// The bytes of `file`. Throws ReadError, whose message starts with the file: it does not exist, is a directory, cannot
/// be read, or has more than max_file_bytes.
std::string read_file(const std::filesystem::path& file);

/// The tree of a file that has been read, strictly: one document, UTF-8, no duplicate keys, no merge keys, no tags, no
/// key that is not plain text. Everything wrong goes into `problems`; nothing comes back if the tree is not usable.
/// Duplicate keys are reported and the first one is kept.
/// Places name the file when `included_as` does.
std::optional<Document> parse_document(std::string_view text, std::string file, Problems& problems,
                                       std::shared_ptr<const std::string> included_as = nullptr);

/// Replaces or adds one value: `assignment` is `path=value` as in `--set drivers.margin=uniform(20%, 30%)`.
/// The value is YAML; `6%, 9%, 12%` is taken as the list [6%, 9%, 12%]. Path segments are keys; items of a list are
/// found by `name` or by position, counted from 1 (`initiatives.chat.costs.Licences.value`, `costs[2].value`). Where a
/// map with a `value` stands, a value that is no map replaces that `value` only. Problems have the override as place.
void apply_override(Document& document, std::string_view assignment, Problems& problems);

/// The same for a value that stands in a file. `place` is that of its path, for problems with the path itself.
void put_value(Document& document, const std::string& path, DocumentNode value, const Place& place, Problems& problems);

/// The place of a path such as "initiatives.chat.costs.Licences" in the tree: of its key or, for an item of a list that
/// has no key, of the item. When the path does not stand there in full, the place of the part that does; of nothing
/// when even its first key does not.
std::optional<Place> find_place(const DocumentNode& root, std::string_view path);

}  // namespace wayworth::scenarios
