#include "cli/read_scenario.hpp"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <ostream>

#include "cli/share_directories.hpp"
#include "scenarios/messages/read_error.hpp"

namespace wayworth::cli {

namespace {

std::vector<std::filesystem::path> libraries_of(const ScenarioOptions& options, const Terminal& terminal) {
  if (!options.library.empty()) return {options.library};
  std::vector<std::filesystem::path> libraries = share_directories(terminal);
  for (std::filesystem::path& directory : libraries) directory /= "library";
  return libraries;
}

scenarios::ReadResult read(const ScenarioOptions& options, const Streams& streams) {
  const scenarios::ReadOptions asked{options.overrides, options.variant, libraries_of(options, streams.terminal)};
  if (options.file != "-") return scenarios::read_model(options.file, asked);
  const std::string text{std::istreambuf_iterator<char>(streams.in), std::istreambuf_iterator<char>()};
  if (streams.in.bad()) throw scenarios::ReadError("cannot read standard input");
  return scenarios::read_model_from_text(text, "standard input", asked);
}

}  // namespace

scenarios::ReadResult read_scenario(const ScenarioOptions& options, const Streams& streams, Warnings warnings) {
  scenarios::ReadResult result = read(options, streams);
  if (warnings == Warnings::shown || !result.model) streams.err << result.problems.to_text(result.file);
  if (!result.model) streams.err << counted(result.problems.error_count(), "error") << ".\n";
  return result;
}

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace wayworth::cli
