#include "engine/lint/word_in.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace wayworth::engine {

bool has_word(std::string_view text, std::span<const std::string_view> words) {
  std::string spaced = " ";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    spaced += byte < 128 && std::isalnum(byte) == 0 ? ' ' : static_cast<char>(std::tolower(byte));
  }
  spaced += ' ';
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return spaced.find(' ' + std::string(word) + ' ') != std::string::npos;
  });
}

}  // namespace wayworth::engine
