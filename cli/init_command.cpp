#include "cli/init_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <system_error>

#include "cli/failure.hpp"
#include "cli/share_directories.hpp"
#include "cli/write_files.hpp"
#include "scenarios/messages/did_you_mean.hpp"
#include "scenarios/messages/problems.hpp"
#include "scenarios/messages/read_error.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* scenario_file = "scenario.yaml";
constexpr const char* expected_folder =
    "expected";  ///< what an example prints; a case of one's own prints something else

/// The directories of the examples, by name.
std::map<std::string, fs::path> examples_for(const Terminal& terminal) {
  std::map<std::string, fs::path> examples;
  for (const fs::path& share : share_directories(terminal)) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(share / "examples", ignored)) {
      if (fs::is_regular_file(entry.path() / scenario_file, ignored)) {
        examples.emplace(entry.path().filename().string(), entry.path());
      }
    }
  }
  if (examples.empty()) {
    throw scenarios::ReadError(
        "the examples are not where this program looks for them; say in WAYWORTH_SHARE which "
        "directory has `examples` and `library`");
  }
  return examples;
}

std::string title_of(const fs::path& example) {
  scenarios::Problems problems;
  const std::string text = scenarios::read_file(example / scenario_file);
  const auto document = scenarios::parse_document(text, "", problems);
  const scenarios::DocumentEntry* const name = document ? document->root.find("name") : nullptr;
  return name == nullptr ? "" : name->value.text;
}

void print_list(const std::map<std::string, fs::path>& examples, std::ostream& out) {
  std::size_t width = 0;
  for (const auto& [name, example] : examples) width = std::max(width, name.size());
  for (const auto& [name, example] : examples) out << fmt::format("{:<{}}  {}\n", name, width, title_of(example));
}

const fs::path& example_named(const std::string& typed, const std::map<std::string, fs::path>& examples) {
  std::string name = typed;
  std::replace(name.begin(), name.end(), '-', '_');
  const auto found = examples.find(name);
  if (found != examples.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [key, example] : examples) known.push_back(key);
  throw UsageError(fmt::format("--template: there is no `{}`{}", typed, scenarios::suggestion(name, known)));
}

/// What is to be written, the scenario first.
std::vector<OutputFile> copies_of(const fs::path& example, const fs::path& directory) {
  std::vector<OutputFile> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(example)) {
    const fs::path inside = entry.path().lexically_relative(example);
    if (!entry.is_regular_file() || *inside.begin() == expected_folder) continue;
    files.push_back({directory / inside, scenarios::read_file(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

void refuse_to_overwrite(const std::vector<OutputFile>& files) {
  for (const OutputFile& file : files) {
    if (fs::exists(fs::symlink_status(file.path))) {
      throw WriteError(
          fmt::format("{} is there already, and nothing is overwritten; choose another --out", file.path.string()));
    }
  }
}

}  // namespace

ExitCode init_command(const InitOptions& options, const Streams& streams) {
  const std::map<std::string, fs::path> examples = examples_for(streams.terminal);
  if (options.lists) {
    print_list(examples, streams.out);
    return ExitCode::done;
  }
  const fs::path& example = example_named(options.name, examples);
  const fs::path directory = options.directory.empty() ? example.filename() : fs::path(options.directory);
  const std::vector<OutputFile> files = copies_of(example, directory);
  refuse_to_overwrite(files);
  write_files(files);
  list_written(files, streams.err);
  streams.out << fmt::format("Next: change {0}, then\n  wayworth check {0}\n  wayworth run {0}\n",
                             (directory / scenario_file).string());
  return ExitCode::done;
}

}  // namespace wayworth::cli
