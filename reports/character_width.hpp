#pragma once

#include <cstddef>

namespace wayworth::reports {

/// The columns of a terminal that a character takes: 2 (East Asian wide and full-width characters, most emoji), 0
/// (combining marks, joiners) or 1. Own tables, because wcwidth() depends on the locale.
/// Source: Unicode Standard Annex 11, "East Asian Width".
std::size_t character_width(char32_t character);

}  // namespace wayworth::reports
