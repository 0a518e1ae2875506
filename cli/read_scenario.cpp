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

std::string standard_input(std::istream& in) {
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw scenarios::ReadError("cannot read standard input");
  return text;
}

}  // namespace

ScenarioSource::ScenarioSource(const ScenarioOptions& options, const Streams& streams)
    : file_(options.file), asked_{options.overrides, options.variant, libraries_of(options, streams.terminal)} {
  if (file_ == "-") text_ = standard_input(streams.in);
}

scenarios::ReadResult ScenarioSource::read(const std::vector<std::string>& further_overrides) const {
  scenarios::ReadOptions asked = asked_;
  asked.overrides.insert(asked.overrides.end(), further_overrides.begin(), further_overrides.end());
  return read_as(asked);
}

scenarios::ReadResult ScenarioSource::read_unchanged() const {
  scenarios::ReadOptions asked = asked_;
  asked.overrides.clear();
  asked.variant.clear();
  return read_as(asked);
}

scenarios::ReadResult ScenarioSource::read_as(const scenarios::ReadOptions& asked) const {
  if (file_ != "-") return scenarios::read_model(file_, asked);
  return scenarios::read_model_from_text(text_, "standard input", asked);
}

scenarios::ReadResult read_scenario(const ScenarioOptions& options, const Streams& streams, Warnings warnings) {
  scenarios::ReadResult result = ScenarioSource(options, streams).read();
  print_problems(result, streams, warnings);
  return result;
}

void print_problems(const scenarios::ReadResult& read, const Streams& streams, Warnings warnings) {
  if (warnings == Warnings::nothing) return;
  if (!read.model) {
    streams.err << read.problems.to_text(read.file) << counted(read.problems.error_count(), "error") << ".\n";
  } else if (warnings == Warnings::each) {
    streams.err << read.problems.to_text(read.file, read.problems.warning_count());
  } else if (warnings == Warnings::brief) {
    streams.err << read.problems.to_brief_text(read.file);
  }
}

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace wayworth::cli
