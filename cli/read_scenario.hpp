#pragma once

#include "cli/scenario_options.hpp"
#include "cli/terminal.hpp"
#include "scenarios/read_model.hpp"

namespace wayworth::cli {

/// What is printed of a scenario's warnings: each of them, each rule of the linter once, none; `nothing` leaves out
/// even the errors.
enum class Warnings { each, brief, silent, nothing };

/// Reads and checks the scenario, and prints its problems to `streams.err`: all, or those of a scenario with errors.
/// \return the model is empty when there is an error among them
/// \throws scenarios::ReadError when the file cannot be read
scenarios::ReadResult read_scenario(const ScenarioOptions& options, const Streams& streams, Warnings warnings);

/// Prints what was found; of a scenario without errors only when its warnings are to be shown.
void print_problems(const scenarios::ReadResult& read, const Streams& streams, Warnings warnings);

/// A scenario that is read again and again, each time with other figures; standard input is read once.
class ScenarioSource {
public:
  /// \throws scenarios::ReadError when standard input cannot be read
  ScenarioSource(const ScenarioOptions& options, const Streams& streams);

  /// \param further_overrides  path=value, applied after those of the options
  /// \throws scenarios::ReadError when the file cannot be read
  [[nodiscard]] scenarios::ReadResult read(const std::vector<std::string>& further_overrides = {}) const;

  /// The scenario as it stands, without the overrides and the variant of the options.
  /// \throws scenarios::ReadError when the file cannot be read
  [[nodiscard]] scenarios::ReadResult read_unchanged() const;

private:
  [[nodiscard]] scenarios::ReadResult read_as(const scenarios::ReadOptions& asked) const;

  std::string file_;
  std::string text_;  ///< of standard input
  scenarios::ReadOptions asked_;
};

/// "1 error", "2 errors".
std::string counted(std::size_t count, const std::string& noun);

}  // namespace wayworth::cli
