// scenarios/FORMAT.md and the readers' tables of keys say the same.

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "scenarios/sections/section_keys.hpp"
#include "scenarios/yaml/document.hpp"
#include "tests/support/catch.hpp"

namespace wayworth::tests {
namespace {

using namespace scenarios;

/// What is said of a key: its meaning, and "(required)".
using Sections = std::map<std::string, std::map<std::string, std::string>>;

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before) + before.size();
  return text.substr(begin, text.find(after, begin) - begin);
}

/// A heading may name several sections that have the same keys.
std::vector<std::string> all_between_ticks(const std::string& line) {
  std::vector<std::string> found;
  for (std::size_t open = line.find('`'); open != std::string::npos;) {
    const std::size_t close = line.find('`', open + 1);
    found.push_back(line.substr(open + 1, close - open - 1));
    open = line.find('`', close + 1);
  }
  return found;
}

Sections documented() {
  Sections sections;
  std::istringstream lines(read_file(WAYWORTH_SOURCE_DIR "/scenarios/FORMAT.md"));
  std::vector<std::string> sections_of_table;
  bool in_keys = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) {
      in_keys = line == "## 1. Keys";
    } else if (line.starts_with("### ")) {
      sections_of_table = line == "### Top level" ? std::vector<std::string>{""} : all_between_ticks(line);
    } else if (in_keys && line.starts_with("| `")) {
      const bool is_required = line.find(" | required | ") != std::string::npos;
      const std::string meaning = between(line, "` | ", " |");
      for (const std::string& section : sections_of_table) {
        sections[section][between(line, "| `", "`")] = meaning + (is_required ? " (required)" : "");
      }
    }
  }
  return sections;
}

Sections read() {
  Sections sections;
  for (const SectionKeys& table : all_section_keys()) {
    for (const Key& key : table.keys) {
      const bool is_required = key.use == Key::Use::required;
      sections[std::string(table.path)][std::string(key.name)] =
          std::string(key.meaning) + (is_required ? " (required)" : "");
    }
  }
  return sections;
}

TEST_CASE("FORMAT.md has every key that is read, with its meaning, and no other", "[format]") {
  const Sections in_text = documented();
  const Sections in_code = read();
  for (const auto& [path, keys] : in_code) {
    INFO("section " << path);
    REQUIRE(in_text.contains(path));
    for (const auto& [key, use] : keys) {
      INFO("key " << key);
      REQUIRE(in_text.at(path).contains(key));
      CHECK(in_text.at(path).at(key) == use);
    }
    CHECK(in_text.at(path).size() == keys.size());
  }
  CHECK(in_text.size() == in_code.size());
}

}  // namespace
}  // namespace wayworth::tests
