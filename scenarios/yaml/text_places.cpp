#include "scenarios/yaml/text_places.hpp"

namespace wayworth::scenarios {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Bytes of the escape sequence at `at` of a double-quoted scalar.
std::size_t escape_size(std::string_view source, std::size_t at) {
  const char kind = at + 1 < source.size() ? source[at + 1] : ' ';
  return kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  return at;
}

std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t size = 1;
  while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

}  // namespace

std::vector<DocumentNode::TextPlace> find_text_places(std::string_view text, SourceText& source, std::size_t begin) {
  const std::string_view typed = source.text();
  if (begin >= typed.size() ||
      (typed.substr(begin, text.size()) == text && text.find('\n') == std::string_view::npos)) {
    return {};
  }
  const char quote = typed[begin];
  std::size_t from = begin;
  if (quote == '"' || quote == '\'') {
    from = begin + 1;
  } else if (quote == '|' || quote == '>') {
    from = typed.find('\n', begin);
  }
  std::vector<DocumentNode::TextPlace> places;
  std::size_t to = 0;
  bool in_run = false;  // the last run of characters that follow each other on one line goes on
  while (to < text.size() && from < typed.size()) {
    if (is_space(text[to]) && is_space(typed[from])) {
      const std::size_t text_end = after_spaces(text, to);
      const std::size_t typed_end = after_spaces(typed, from);
      in_run = in_run && text.substr(to, text_end - to) == typed.substr(from, typed_end - from) &&
               typed.substr(from, typed_end - from).find('\n') == std::string_view::npos;
      to = text_end;
      from = typed_end;
      continue;
    }
    if (is_space(typed[from])) {
      from = after_spaces(typed, from);
      in_run = false;
      continue;
    }
    if (!in_run) {
      places.push_back({to, source.place_of(from)});
      in_run = true;
    }
    if (quote == '"' && typed[from] == '\\') {
      from += escape_size(typed, from);
      to += character_size(text, to);
      in_run = false;
    } else if (typed[from] == text[to]) {
      const bool doubled = quote == '\'' && text[to] == '\'';
      from += doubled ? 2 : 1;
      to += 1;
      in_run = !doubled;
    } else {
      break;
    }
  }
  return places;
}

}  // namespace wayworth::scenarios
