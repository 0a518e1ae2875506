#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/model/model.hpp"
#include "scenarios/messages/problems.hpp"

namespace wayworth::scenarios {

/// A scenario that has been read and checked.
struct ReadResult {
  std::optional<engine::Model> model;  ///< empty when `problems` has an error
  Problems problems;                   ///< errors and warnings
  std::string file;                    ///< as messages call it
  std::uint64_t hash = 0;              ///< FNV-1a 64 of the text and of each override, for the manifest
};

/// Reads the scenario in `file` ("-": from standard input). `overrides` are `path=value` texts, applied in turn.
/// \throws ReadError when the file cannot be read.
ReadResult read_model(const std::filesystem::path& file, std::span<const std::string> overrides = {});

/// The same for a text in memory; `file` is its name in messages.
ReadResult read_model_from_text(std::string_view text, std::string file, std::span<const std::string> overrides = {});

}  // namespace wayworth::scenarios
