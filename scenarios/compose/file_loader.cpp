#include "scenarios/compose/file_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/messages/read_error.hpp"

namespace wayworth::scenarios {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view library_prefix = "library/";

/// `path`, or with .yaml behind it, whichever is a file.
std::optional<fs::path> file_at(const FileStore& store, const fs::path& path) {
  if (store.has(path)) return path.lexically_normal();
  const fs::path with_ending = path.string() + ".yaml";
  if (store.has(with_ending)) return with_ending.lexically_normal();
  return std::nullopt;
}

/// The names of the templates in the libraries, as a scenario writes them.
std::vector<std::string> names_in(std::span<const fs::path> libraries) {
  std::vector<std::string> names;
  for (const fs::path& library : libraries) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(library, ignored)) {
      if (entry.path().extension() != ".yaml") continue;
      names.push_back(std::string(library_prefix) + entry.path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::optional<fs::path> FileLoader::find(const DocumentNode& node, const std::string& path) const {
  if (!node.is_scalar() || node.text.empty()) {
    problems_.error(node.place, path, fmt::format("must be the path of a file, not {}", name_of(node.kind)));
    return std::nullopt;
  }
  if (fs::path(node.text).is_absolute()) {
    problems_.error(node.place, path,
                    fmt::format("`{}` holds on one machine only; write the path from this file on", node.text));
    return std::nullopt;
  }
  const fs::path named_in = node.place.file ? fs::path(*node.place.file) : scenario_;
  if (auto file = file_at(store_, named_in.parent_path() / node.text)) return file;
  if (!node.text.starts_with(library_prefix)) {
    problems_.error(
        node.place, path,
        fmt::format("there is no file `{}`", (named_in.parent_path() / node.text).lexically_normal().string()));
    return std::nullopt;
  }
  for (const fs::path& library : libraries_) {
    if (auto file = file_at(store_, library / node.text.substr(library_prefix.size()))) return file;
  }
  const std::vector<std::string> known = names_in(libraries_);
  problems_.error(node.place, path,
                  known.empty() ? fmt::format("there is no `{}`: the library is not installed where this program looks "
                                              "for it; say --library DIR",
                                              node.text)
                                : fmt::format("the library has no `{}`{}", node.text, suggestion(node.text, known)));
  return std::nullopt;
}

std::string FileLoader::kept_name_of(const fs::path& file) const {
  for (const fs::path& library : libraries_) {
    const fs::path inside = file.lexically_relative(library.lexically_normal());
    if (!inside.empty() && *inside.begin() != "..") return (fs::path(kept_library) / inside).generic_string();
  }
  const fs::path folder = scenario_.parent_path();
  return (folder.empty() ? file : file.lexically_relative(folder.lexically_normal())).generic_string();
}

const Document* FileLoader::load(const fs::path& file, const Place& named_at, const std::string& path) {
  const auto known = files_.find(file);
  if (known != files_.end()) return known->second ? &*known->second : nullptr;
  std::optional<Document>& document = files_[file];
  if (files_.size() > max_files) {
    problems_.error(named_at, path, fmt::format("the scenario is made of more than {} files", max_files));
    return nullptr;
  }
  try {
    texts_.push_back(store_.text(file));
    kept_names_.push_back(kept_name_of(file));
  } catch (const ReadError& error) {
    problems_.error(named_at, path, error.what());
    return nullptr;
  }
  document =
      parse_document(texts_.back(), file.string(), problems_, std::make_shared<const std::string>(file.string()));
  return document ? &*document : nullptr;
}

}  // namespace wayworth::scenarios
