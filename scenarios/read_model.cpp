#include "scenarios/read_model.hpp"

#include <iostream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "engine/random/stream.hpp"
#include "scenarios/messages/read_error.hpp"
#include "scenarios/resolve/to_model.hpp"
#include "scenarios/sections/read_scenario.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {
namespace {

std::string read_standard_input() {
  std::string text;
  for (std::istreambuf_iterator<char> at(std::cin), end; at != end; ++at) {
    text += *at;
    if (text.size() > max_file_bytes) {
      throw ReadError(fmt::format("standard input: more than {} bytes", max_file_bytes));
    }
  }
  return text;
}

/// The parts are kept apart by a byte that no text has.
std::uint64_t hash_of(std::string_view text, std::span<const std::string> overrides) {
  std::string all(text);
  for (const std::string& one : overrides) all += '\xFF' + one;
  return engine::stream_id(all);
}

}  // namespace

ReadResult read_model(const std::filesystem::path& file, std::span<const std::string> overrides) {
  if (file == "-") return read_model_from_text(read_standard_input(), "standard input", overrides);
  return read_model_from_text(read_file(file), file.string(), overrides);
}

ReadResult read_model_from_text(std::string_view text, std::string file, std::span<const std::string> overrides) {
  ReadResult result;
  result.file = file;
  result.hash = hash_of(text, overrides);
  std::optional<Document> document = parse_document(text, std::move(file), result.problems);
  if (!document) return result;
  for (const std::string& one : overrides) apply_override(*document, one, result.problems);
  const Scenario scenario = read_scenario(*document, result.problems);
  result.model = to_model(scenario, result.problems);
  return result;
}

}  // namespace wayworth::scenarios
