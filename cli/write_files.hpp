#pragma once

#include <filesystem>
#include <iosfwd>
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

/// "Wrote out/report.html", a line for each.
void list_written(const std::vector<OutputFile>& files, std::ostream& messages);

/// Before a long run: whether files can be put there, as far as one can tell without writing any.
/// \throws WriteError as write_files() would
void check_can_write(const std::filesystem::path& file);
void check_can_write_into(const std::filesystem::path& directory);

}  // namespace wayworth::cli
