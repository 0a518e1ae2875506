#include "scenarios/yaml/parse_yaml.hpp"

#include <fmt/core.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>

#include "scenarios/yaml/tree_builder.hpp"

namespace wayworth::scenarios {

namespace {

/// What a message of the parser means to someone who writes scenarios.
std::string explain(const std::string& message, char found) {
  const auto says = [&](std::string_view text) { return message.find(text) != std::string::npos; };
  if (says(YAML::ErrorMsg::MAP_VALUE)) {
    return "a `:` cannot stand here; check the indentation of this line and the one before, or put text that contains "
           "`: ` "
           "in quotes";
  }
  if (says(YAML::ErrorMsg::BLOCK_ENTRY)) {
    return "a list entry (`- `) cannot begin here; put it on a line of its own, under its key";
  }
  if (says(YAML::ErrorMsg::FLOW_END)) {
    return fmt::format("this `{}` closes nothing; remove it, or add what it should close", found);
  }
  if (says(YAML::ErrorMsg::UNKNOWN_TOKEN)) {
    return fmt::format("a value cannot begin with `{}`; put the text in quotes", found);
  }
  if (says(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
    return "no value is marked with this name (&name) before; put text that begins with * in quotes";
  }
  if (says(YAML::ErrorMsg::INVALID_ESCAPE)) {
    return "unknown escape sequence; write \\\\ for a backslash, or use single quotes";
  }
  if (says("end of map") || says("end of sequence")) {
    return "this does not belong to what stands before it; check the indentation, and the quotes of the line before";
  }
  return fmt::format("not valid YAML: {}", message);
}

Stop explain(const YAML::Exception& error, const TreeBuilder& tree, std::string_view text) {
  const auto byte = std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), text.size());
  const bool in_flow = error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  if (const auto bracket = tree.open_bracket(); in_flow && bracket) {
    return {*bracket, fmt::format("the `{}` that opens here is not closed", text[*bracket])};
  }
  const std::size_t line = byte == 0 ? 0 : text.rfind('\n', byte - 1) + 1;
  const std::size_t word = std::min(text.find_first_not_of(" \t", line), text.size());
  if (const std::size_t tab = text.substr(line, word - line).find('\t'); tab != std::string_view::npos) {
    return {line + tab, "the line is indented with a tab; use spaces"};
  }
  return {byte, explain(error.msg, byte < text.size() ? text[byte] : ' ')};
}

/// The text as a stream, without a copy of it.
class TextStream : private std::streambuf, public std::istream {
public:
  explicit TextStream(std::string_view text) : std::istream(static_cast<std::streambuf*>(this)) {
    char* begin = const_cast<char*>(text.data());  // std::streambuf wants it writable; reading leaves it alone
    setg(begin, begin, begin + text.size());
  }
};

}  // namespace

std::optional<DocumentNode> parse_yaml(SourceText& source, Problems& problems) {
  TreeBuilder tree(source, problems);
  try {
    TextStream stream(source.text());
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(tree)) {
    }
    return tree.take_root();
  } catch (const Stop& stop) {
    problems.error(source.place_of(stop.byte), "", stop.message);
  } catch (const YAML::Exception& error) {
    const Stop stop = explain(error, tree, source.text());
    problems.error(source.place_of(stop.byte), "", stop.message);
  }
  return std::nullopt;
}

}  // namespace wayworth::scenarios
