#pragma once

#include <span>
#include <string_view>

namespace wayworth::scenarios {

/// A key that a section of the scenario may have.
struct Key {
  std::string_view name;
  enum class Use { required, optional, not_supported_yet } use = Use::optional;
};

/// The keys of one kind of section; each reader owns one such table, and FORMAT.md has the same rows.
struct SectionKeys {
  std::string_view path;  ///< of the section, with * for what the user names: "drivers.*"; empty for the root
  std::span<const Key> keys;
};

/// The tables of all readers, in the order of the language's description.
std::span<const SectionKeys> all_section_keys();

}  // namespace wayworth::scenarios
