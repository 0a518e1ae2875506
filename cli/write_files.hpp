#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace wayworth::cli {

struct OutputFile {
  std::filesystem::path path;
  std::string content;
};

/// Writes every file whole or none of them: each is written beside its place under another name first, and all are
/// renamed once all are complete. Missing directories are made. A path that is no regular file, such as a pipe, is
/// written to directly.
/// \throws WriteError with the path and the reason; what was there before is then as it was, unless renaming failed.
void write_files(const std::vector<OutputFile>& files);

}  // namespace wayworth::cli
