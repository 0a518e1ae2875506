#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace wayworth::scenarios {

/// The text of files by their paths, as a scenario was once read from them.
using KeptFiles = std::map<std::string, std::string>;

/// Where the files of a scenario are read from: the disk, or what was kept of them.
class FileStore {
public:
  /// \param kept  takes the place of the disk, and must outlive this; nullptr: the disk
  explicit FileStore(const KeptFiles* kept = nullptr) : kept_(kept) {}

  [[nodiscard]] bool has(const std::filesystem::path& file) const;

  /// \throws ReadError as read_file(), or when the file was not kept
  [[nodiscard]] std::string text(const std::filesystem::path& file) const;

private:
  const KeptFiles* kept_;
};

}  // namespace wayworth::scenarios
