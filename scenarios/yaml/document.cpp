#include "scenarios/yaml/document.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

#include "scenarios/messages/read_error.hpp"
#include "scenarios/yaml/parse_yaml.hpp"
#include "scenarios/yaml/source_text.hpp"
#include "scenarios/yaml/utf8.hpp"

namespace wayworth::scenarios {

namespace {

std::string read_all(std::istream& stream, const std::string& name) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (stream.read(buffer.data(), buffer.size()) || stream.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > max_file_bytes) {
      throw ReadError(
          fmt::format("{}: is larger than {} MB, the most a scenario may have", name, max_file_bytes / 1'000'000));
    }
  }
  if (stream.bad()) {
    throw ReadError(fmt::format("{}: cannot be read to its end", name));
  }
  return text;
}

}  // namespace

const DocumentEntry* DocumentNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const DocumentEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

DocumentEntry* DocumentNode::find(std::string_view key) {
  return const_cast<DocumentEntry*>(std::as_const(*this).find(key));  // of a node that is not const
}

Place DocumentNode::place_of(std::size_t offset) const {
  offset = std::min(offset, text.size());
  std::size_t run_begin = 0;
  Place result = place;
  for (const TextPlace& run : text_places) {
    if (run.offset > offset) {
      break;
    }
    run_begin = run.offset;
    result = run.place;
  }
  result.column += static_cast<int>(count_characters(std::string_view(text).substr(run_begin, offset - run_begin)));
  return result;
}

std::string_view name_of(DocumentNode::Kind kind) {
  switch (kind) {
    case DocumentNode::Kind::null:
      return "empty";
    case DocumentNode::Kind::scalar:
      return "text";
    case DocumentNode::Kind::list:
      return "a list";
    case DocumentNode::Kind::map:
      return "a map";
  }
  return "";
}

std::string read_file(const std::filesystem::path& file) {
  const std::string name = file.string();
  if (name == "-") {
    return read_all(std::cin, "standard input");
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    throw ReadError(fmt::format("{}: is a directory; name the scenario file in it", name));
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) {
    throw ReadError(fmt::format("{}: cannot be opened: {}", name, std::strerror(errno)));
  }
  return read_all(stream, name);
}

std::optional<Document> parse_document(std::string_view text, std::string file, Problems& problems,
                                       std::shared_ptr<const std::string> included_as) {
  if (text.starts_with("\xEF\xBB\xBF")) {  // a byte order mark
    text.remove_prefix(3);
  }
  const Place begin = {1, 1, nullptr, std::move(included_as)};
  SourceText source(text, begin);
  if (const auto bad = find_bad_text(text)) {
    problems.error(source.place_of(bad->byte), "", bad->message);
    return std::nullopt;
  }
  auto root = parse_yaml(source, problems);
  if (!root) {
    return std::nullopt;
  }
  if (root->is_null()) {
    problems.error(begin, "", "the file is empty; a scenario begins with `wayworth: 1`");
    return std::nullopt;
  }
  if (!root->is_map()) {
    problems.error(root->place, "",
                   fmt::format("the file is {}; a scenario is a map of sections and begins with `wayworth: 1`",
                               name_of(root->kind)));
    return std::nullopt;
  }
  return Document{std::move(file), std::move(*root)};
}

}  // namespace wayworth::scenarios
