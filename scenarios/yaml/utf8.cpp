#include "scenarios/yaml/utf8.hpp"

#include <algorithm>

namespace wayworth::scenarios {

namespace {

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

Character first_character(std::string_view text) {
  const auto lead = static_cast<std::uint32_t>(static_cast<unsigned char>(text.front()));
  if (lead < 0x80) {
    return {1, lead};
  }
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) {
    return {};
  }
  std::uint32_t code = lead & (0x7FU >> size);
  for (const char byte : text.substr(1, size - 1)) {
    if (!continues_character(byte)) {
      return {};
    }
    code = (code << 6U) | (static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) & 0x3FU);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return overlong || surrogate || code > 0x10FFFF ? Character{} : Character{size, code};
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

}  // namespace wayworth::scenarios
