#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/warning.hpp"
#include "engine/model/model.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/sections/scenario.hpp"
#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/file_store.hpp"

namespace wayworth::scenarios {

/// What is read instead of the file as it stands.
struct ReadOptions {
  std::vector<std::string> overrides;            ///< `path=value` texts, applied in turn, after the variant
  std::string variant;                           ///< one of the scenario's `variants`; empty: none
  std::vector<std::filesystem::path> libraries;  ///< directories in which `library/NAME` is looked for
};

/// All the text that a scenario was read from; read_kept_model() makes the same model from it, on any machine.
struct KeptScenario {
  std::string file;  ///< without directory; "standard input" of one that was piped
  std::string text;
  std::vector<std::string> overrides;
  std::string variant;
  /// What it includes, extends or takes data from, by the path from the scenario on; templates are in `<library>`.
  KeptFiles files;
};

/// A scenario that has been read and checked.
struct ReadResult {
  std::optional<engine::Model> model;        ///< empty when `problems` has an error
  Problems problems;                         ///< errors and warnings
  std::string file;                          ///< as messages call it
  std::vector<std::string> variants;         ///< the names of those that the scenario has
  std::vector<engine::Warning> warnings;     ///< of the linter, with the scenario's reasons for those that it accepts
  std::vector<Acceptance> acceptances;       ///< findings that the scenario accepts
  std::vector<Problem> found_by_reading;     ///< warnings of the readers
  std::shared_ptr<const Document> document;  ///< what was read, for the places of paths; empty when nothing was
  /// FNV-1a 64 of the text, of each override, of every file that the scenario is made of or takes data from, and of the
  /// variant's name, for the manifest.
  std::uint64_t hash = 0;
  KeptScenario kept;
  /// Limits of a roadmap are stated, and no options: which initiative starts when is left open. The model's only option
  /// then starts everything in step 1.
  bool roadmap_is_open = false;
};

/// Reads the scenario in `file` ("-": from standard input).
/// \throws ReadError when the file cannot be read; one that it includes or extends is a problem instead
ReadResult read_model(const std::filesystem::path& file, const ReadOptions& options);
ReadResult read_model(const std::filesystem::path& file, std::span<const std::string> overrides = {});

/// The same for a text in memory; `file` is its name in messages, and the paths that it names are meant from there.
ReadResult read_model_from_text(std::string_view text, std::string file, const ReadOptions& options);
ReadResult read_model_from_text(std::string_view text, std::string file, std::span<const std::string> overrides = {});

/// The same from what was kept of a scenario; nothing is read from the disk.
ReadResult read_kept_model(const KeptScenario& kept);

/// The model of a tree that was put together already, such as one that read_model() gave; nothing when it has an error.
/// Files of data are meant from the file that the tree is of.
std::optional<engine::Model> model_of(const Document& document, Problems& problems);

}  // namespace wayworth::scenarios
