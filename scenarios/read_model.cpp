#include "scenarios/read_model.hpp"

#include <iostream>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "engine/lint/lint.hpp"
#include "engine/random/stream.hpp"
#include "scenarios/compose/apply_variant.hpp"
#include "scenarios/compose/extend_initiatives.hpp"
#include "scenarios/compose/include_files.hpp"
#include "scenarios/formulas/data_files.hpp"
#include "scenarios/messages/read_error.hpp"
#include "scenarios/resolve/to_model.hpp"
#include "scenarios/review.hpp"
#include "scenarios/sections/read_scenario.hpp"

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

/// The parts are kept apart by bytes that no text has.
std::uint64_t hash_of(std::string_view text, const ReadOptions& options, std::span<const std::string> other_files,
                      const DataFiles& data) {
  std::string all(text);
  for (const std::string& one : options.overrides) all += '\xFF' + one;
  for (const std::string& one : other_files) all += '\xFE' + one;
  for (const auto& [name, content] : data.texts()) all += '\xFC' + name + '\xFC' + content;
  if (!options.variant.empty()) all += '\xFD' + options.variant;
  return engine::stream_id(all);
}

/// What the linter has to say; only of a scenario that can be run.
void add_warnings(ReadResult& result) {
  if (!result.model) return;
  result.found_by_reading = result.problems.take_warnings();
  Review judged = review(result, engine::lint(*result.model), false);
  result.warnings = std::move(judged.all);
  result.problems = std::move(judged.open);
}

/// What there is to keep of a scenario, so that it can be read again without its files.
KeptScenario keep(std::string_view text, const ReadResult& read, const ReadOptions& options, const FileLoader& loader,
                  const DataFiles& data) {
  KeptScenario kept{std::filesystem::path(read.file).filename().string(), std::string(text), options.overrides,
                    options.variant, data.texts()};
  for (std::size_t i = 0; i < loader.texts().size(); ++i) kept.files[loader.kept_names()[i]] = loader.texts()[i];
  return kept;
}

ReadOptions with(std::span<const std::string> overrides) {
  ReadOptions options;
  options.overrides.assign(overrides.begin(), overrides.end());
  return options;
}

/// \param kept  files that take the place of those on the disk; nullptr: the disk
ReadResult read_text(std::string_view text, std::string file, const ReadOptions& options, const KeptFiles* kept) {
  ReadResult result;
  result.file = file;
  FileLoader loader(file, options.libraries, FileStore(kept), result.problems);
  DataFiles data(std::filesystem::path(file).parent_path(), kept);
  std::optional<Document> document = parse_document(text, std::move(file), result.problems);
  if (document) {
    include_files(*document, loader);
    extend_initiatives(*document, loader);
    result.variants = variant_names(*document);
    apply_variant(*document, options.variant, result.problems);
    for (const std::string& one : options.overrides) apply_override(*document, one, result.problems);
    const Scenario scenario = read_scenario(*document, result.problems);
    result.roadmap_is_open =
        scenario.options.empty() && !scenario.initiatives.empty() && document->root.find("roadmap") != nullptr;
    result.model = to_model(scenario, data, result.problems);
    result.acceptances = scenario.acceptances;
    result.document = std::make_shared<const Document>(std::move(*document));
    add_warnings(result);
  }
  if (result.model && !options.variant.empty()) result.model->name += fmt::format(" (variant {})", options.variant);
  result.hash = hash_of(text, options, loader.texts(), data);
  result.kept = keep(text, result, options, loader, data);
  return result;
}

}  // namespace

ReadResult read_model(const std::filesystem::path& file, const ReadOptions& options) {
  if (file == "-") return read_model_from_text(read_standard_input(), "standard input", options);
  return read_model_from_text(read_file(file), file.string(), options);
}

ReadResult read_model(const std::filesystem::path& file, std::span<const std::string> overrides) {
  return read_model(file, with(overrides));
}

ReadResult read_model_from_text(std::string_view text, std::string file, const ReadOptions& options) {
  return read_text(text, std::move(file), options, nullptr);
}

ReadResult read_kept_model(const KeptScenario& kept) {
  return read_text(kept.text, kept.file, {kept.overrides, kept.variant, {kept_library}}, &kept.files);
}

ReadResult read_model_from_text(std::string_view text, std::string file, std::span<const std::string> overrides) {
  return read_model_from_text(text, std::move(file), with(overrides));
}

std::optional<engine::Model> model_of(const Document& document, Problems& problems) {
  DataFiles data(std::filesystem::path(document.file).parent_path());
  return to_model(read_scenario(document, problems), data, problems);
}

}  // namespace wayworth::scenarios
