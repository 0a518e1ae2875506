#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace wayworth::scenarios {

/// A word that a key may have as its value.
template <class Meaning>
struct Choice {
  std::string_view word;
  Meaning means;
};

/// What may stand at a key. The readers check far more; this is what an editor can know, and the JSON Schema is made of
/// it.
struct Shape {
  enum class Kind {
    anything,
    text,
    text_or_texts,  ///< one or a list of them
    figure,         ///< a number, a formula or three numbers
    constant,       ///< a number or a formula of numbers
    unit,
    whole_number,
    word,
    list,                 ///< of `item`
    map,                  ///< of `item`, by keys of the user's
    section,              ///< a map with the keys of the table that has this place's path
    figure_or_section,    ///< either
    section_or_sections,  ///< a section, or a list of them
    either,               ///< `item` or `other`
  };

  Kind kind;
  std::span<const std::string_view> words{};  ///< of word
  std::uint64_t least = 0;                    ///< of whole_number
  std::uint64_t most = 0;                     ///< the same; 0: no limit
  std::string_view pattern{};                 ///< of text: a regular expression that it matches; empty: any text
  const Shape* item = nullptr;                ///< of list, map and either
  bool keys_are_names = false;                ///< of map: its keys can stand in formulas
  bool with_percent = false;                  ///< of figure and constant: numbers other than 0 need a %
  const Shape* other = nullptr;               ///< of either
};

/// Shapes as the readers' tables write them: `shapes::list_of<shapes::one_of<pillar_words>>`.
namespace shapes {

using Kind = Shape::Kind;

inline constexpr Shape anything{Kind::anything};
inline constexpr Shape text{Kind::text};
inline constexpr Shape text_or_texts{Kind::text_or_texts};
inline constexpr Shape figure{Kind::figure};
inline constexpr Shape constant{Kind::constant};
inline constexpr Shape unit{Kind::unit};
inline constexpr Shape figure_with_percent{Kind::figure, {}, 0, 0, {}, nullptr, false, true};
inline constexpr Shape constant_with_percent{Kind::constant, {}, 0, 0, {}, nullptr, false, true};
inline constexpr Shape section{Kind::section};
inline constexpr Shape figure_or_section{Kind::figure_or_section};
inline constexpr Shape section_or_sections{Kind::section_or_sections};

/// From `least` to `most`; without `most` there is no limit that the table knows.
template <std::uint64_t least, std::uint64_t most = 0>
inline constexpr Shape whole_number{Kind::whole_number, {}, least, most};

template <const Shape& item>
inline constexpr Shape list_of{Kind::list, {}, 0, 0, {}, &item};
template <const Shape& item>
inline constexpr Shape map_of{Kind::map, {}, 0, 0, {}, &item};
/// A map whose keys can stand in formulas.
template <const Shape& item>
inline constexpr Shape names_to{Kind::map, {}, 0, 0, {}, &item, true};

template <const Shape& one, const Shape& another>
inline constexpr Shape either{Kind::either, {}, 0, 0, {}, &one, false, false, &another};

constexpr Shape text_like(std::string_view pattern) {
  return {Kind::text, {}, 0, 0, pattern};
}

template <const auto& choices>
inline constexpr auto words_of = [] {
  std::array<std::string_view, choices.size()> words{};
  std::transform(choices.begin(), choices.end(), words.begin(), [](const auto& one) { return one.word; });
  return words;
}();
template <const auto& choices>
inline constexpr Shape one_of{Kind::word, words_of<choices>};

}  // namespace shapes

/// A key that a section of the scenario may have.
struct Key {
  std::string_view name;
  enum class Use { required, optional } use;
  Shape shape;
  std::string_view meaning;  ///< in words, as in FORMAT.md
};

/// The keys of one kind of section; each reader owns one such table, FORMAT.md has the same rows, and the JSON Schema
/// is made of it.
struct SectionKeys {
  std::string_view path;  ///< of the section, with * for what the user names: "drivers.*"; empty for the root
  std::span<const Key> keys;
};

/// The tables of all readers, in the order of the language's description.
std::span<const SectionKeys> all_section_keys();

}  // namespace wayworth::scenarios
