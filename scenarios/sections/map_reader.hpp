#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/section_keys.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// Reads one map with a fixed set of keys. Making it reports every key that is unknown, missing (not when it is
/// only misspelt) or empty, and a node that is no map; then each key can be asked for without looking at that again.
class MapReader {
public:
  /// `path` is the section's, empty for the root. All references must outlive the reader.
  MapReader(const DocumentNode& node, std::string path, std::span<const Key> keys, Problems& problems);

  /// The value of `key`; nullptr when there is none to read (what is wrong with that has been reported).
  [[nodiscard]] const DocumentNode* find(std::string_view key) const;

  /// Whether the author gave this key, be it empty, wrong or misspelt: then nothing needs to be said about its absence.
  [[nodiscard]] bool states(std::string_view key) const;

  /// The path of `key` in problems: "time.start".
  [[nodiscard]] std::string path_of(std::string_view key) const;

  /// The text at `key`, or nothing when there is none or it is no text (reported).
  [[nodiscard]] std::optional<std::string> text(std::string_view key) const;

  /// The meaning of the word at `key`, or nothing when there is none or it is another word (reported).
  template <class Meaning, std::size_t n>
  std::optional<Meaning> choice(std::string_view key, const std::array<Choice<Meaning>, n>& choices) const {
    const DocumentNode* const node = find(key);
    if (node == nullptr) return std::nullopt;
    return choice_of(*node, path_of(key), choices);
  }

  /// The same for a word that is no value of a key, such as an item of a list.
  template <class Meaning, std::size_t n>
  std::optional<Meaning> choice_of(const DocumentNode& node, const std::string& path,
                                   const std::array<Choice<Meaning>, n>& choices) const {
    std::vector<std::string> words;
    for (const Choice<Meaning>& one : choices) {
      if (node.is_scalar() && node.text == one.word) return one.means;
      words.emplace_back(one.word);
    }
    report_word(node, path, words);
    return std::nullopt;
  }

  [[nodiscard]] const DocumentNode& node() const { return node_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Problems& problems() const { return problems_; }

private:
  void check_keys() const;
  void check_entry(const DocumentEntry& entry) const;
  [[nodiscard]] bool knows(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> key_names() const;
  void report_word(const DocumentNode& node, const std::string& path, const std::vector<std::string>& words) const;

  const DocumentNode& node_;
  std::string path_;
  std::span<const Key> keys_;
  Problems& problems_;
};

/// `parent.key`, or `key` when there is no parent.
std::string join_path(std::string_view parent, std::string_view key);

/// "`a`, `b` or `c`".
std::string any_of_words(std::span<const std::string> words);

/// False, and a problem, unless `node` is of this kind: "must be a map of initiative: step, not a list".
bool expect_map(const DocumentNode& node, const std::string& path, std::string_view of_what, Problems& problems);
bool expect_list(const DocumentNode& node, const std::string& path, std::string_view of_what, Problems& problems);

/// The whole number in `node`, from `least` to `most`; nothing, and a problem, when it holds anything else.
std::optional<std::uint64_t> whole_number(const DocumentNode& node, const std::string& path, std::uint64_t least,
                                          std::uint64_t most, Problems& problems);

}  // namespace wayworth::scenarios
