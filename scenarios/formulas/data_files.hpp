#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "scenarios/yaml/file_store.hpp"

namespace wayworth::scenarios {

/// The data files that a scenario names, each read once.
class DataFiles {
public:
  /// \param folder  where relative names start: that of the scenario
  /// \param kept    takes the place of the disk, by the names that the scenario uses; nullptr: the disk
  explicit DataFiles(std::filesystem::path folder, const KeptFiles* kept = nullptr)
      : folder_(std::move(folder)), kept_(kept) {}

  /// \throws engine::InputError when the file cannot be read or the column is not there or not of numbers.
  std::vector<double> column(const std::string& file, const std::string& column);

  /// The text of every file that was read, by the name that the scenario uses.
  [[nodiscard]] const std::map<std::string, std::string>& texts() const { return texts_; }

private:
  [[nodiscard]] std::string read(const std::string& file) const;

  std::filesystem::path folder_;
  const KeptFiles* kept_;
  std::map<std::string, std::string> texts_;
};

}  // namespace wayworth::scenarios
