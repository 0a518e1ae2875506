#include "scenarios/sections/likely_currency.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace wayworth::scenarios {

namespace {

bool is_capital(char c) {
  return 'A' <= c && c <= 'Z';
}

bool is_letter(char c) {
  return is_capital(c) || ('a' <= c && c <= 'z');
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  for (auto from = text.begin(); from != text.end();) {
    from = std::find_if(from, text.end(), is_letter);
    const auto end = std::find_if_not(from, text.end(), is_letter);
    if (from != end) words.emplace_back(from, end);
    from = end;
  }
}

/// The words of all units, in the order of the file.
void collect_unit_words(const DocumentNode& node, std::vector<std::string>& words) {
  for (const DocumentNode& item : node.items) collect_unit_words(item, words);
  for (const DocumentEntry& entry : node.entries) {
    if (entry.key == "unit" && entry.value.is_scalar()) {
      add_words(entry.value.text, words);
    } else {
      collect_unit_words(entry.value, words);
    }
  }
}

/// Three capitals that do not stand for staff.
bool looks_like_code(const std::string& word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), is_capital) && word != "FTE";
}

}  // namespace

std::string likely_currency(const DocumentNode& root) {
  std::vector<std::string> words;
  collect_unit_words(root, words);
  const DocumentEntry* const stated = root.find("currency");
  const auto same = [&](const std::string& word) { return stated != nullptr && word == stated->value.text; };
  if (std::any_of(words.begin(), words.end(), same)) return stated->value.text;
  const auto code = std::find_if(words.begin(), words.end(), looks_like_code);
  return code == words.end() ? "USD" : *code;
}

}  // namespace wayworth::scenarios
