#include "scenarios/sections/read_heading.hpp"

#include <fmt/format.h>

#include "scenarios/formulas/parse_formula.hpp"
#include "scenarios/formulas/reserved_words.hpp"

namespace wayworth::scenarios {

Heading read_heading(const DocumentEntry& entry, const std::string& path, Problems& problems) {
  if (!is_name(entry.key)) {
    problems.error(entry.key_place, path,
                   fmt::format("`{}` cannot be a key: write letters, digits and _, not beginning with a digit, and put "
                               "the full text under `name`",
                               entry.key));
  } else if (is_reserved(entry.key)) {
    problems.error(entry.key_place, path, fmt::format("`{}` is a word of the language; choose another key", entry.key));
  }
  return plain_heading(entry);
}

Heading plain_heading(const DocumentEntry& entry) {
  return {entry.key, entry.key, entry.key_place};
}

}  // namespace wayworth::scenarios
