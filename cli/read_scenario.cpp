#include "cli/read_scenario.hpp"

#include <fmt/format.h>

#include <istream>
#include <iterator>
#include <ostream>

#include "scenarios/messages/read_error.hpp"

namespace wayworth::cli {

namespace {

scenarios::ReadResult read(const ScenarioOptions& options, std::istream& in) {
  if (options.file != "-") return scenarios::read_model(options.file, options.overrides);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw scenarios::ReadError("cannot read standard input");
  return scenarios::read_model_from_text(text, "standard input", options.overrides);
}

}  // namespace

scenarios::ReadResult read_scenario(const ScenarioOptions& options, const Streams& streams, Warnings warnings) {
  scenarios::ReadResult result = read(options, streams.in);
  if (warnings == Warnings::shown || !result.model) streams.err << result.problems.to_text(result.file);
  if (!result.model) streams.err << counted(result.problems.error_count(), "error") << ".\n";
  return result;
}

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace wayworth::cli
