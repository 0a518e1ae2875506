#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/file_store.hpp"

namespace wayworth::scenarios {

/// The most files that one scenario is made of: more is a mistake, and takes more than a message.
inline constexpr std::size_t max_files = 100;

/// The directory of the libraries among files that were kept; no scenario names it.
inline constexpr const char* kept_library = "<library>";

/// Reads the files that a scenario is made of, each once. A path is meant from the file that it stands in;
/// `library/NAME` that is not found there is looked for in the libraries.
class FileLoader {
public:
  /// \param scenario   the file that is read; it need not exist
  /// \param libraries  directories of initiative templates, the first that has a file wins
  FileLoader(const std::filesystem::path& scenario, std::span<const std::filesystem::path> libraries, FileStore store,
             Problems& problems)
      : scenario_(scenario), libraries_(libraries), store_(store), problems_(problems) {}

  /// The file that the text of `node` names; nothing, and a problem, when there is none.
  [[nodiscard]] std::optional<std::filesystem::path> find(const DocumentNode& node, const std::string& path) const;

  /// The tree of a file that find() gave; nullptr, and a problem at `named_at`, when it cannot be read or is no tree.
  const Document* load(const std::filesystem::path& file, const Place& named_at, const std::string& path);

  /// The bytes of all files, in the order in which they were first read.
  [[nodiscard]] const std::vector<std::string>& texts() const { return texts_; }
  /// What the same files are called where they are kept: their paths from the scenario on, or from kept_library on.
  [[nodiscard]] const std::vector<std::string>& kept_names() const { return kept_names_; }

  [[nodiscard]] Problems& problems() const { return problems_; }

private:
  [[nodiscard]] std::string kept_name_of(const std::filesystem::path& file) const;

  std::filesystem::path scenario_;
  std::span<const std::filesystem::path> libraries_;
  FileStore store_;
  Problems& problems_;
  std::map<std::filesystem::path, std::optional<Document>> files_;
  std::vector<std::string> texts_;
  std::vector<std::string> kept_names_;
};

}  // namespace wayworth::scenarios
