#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

enum class Severity { error, warning };

/// One thing that is wrong (error) or doubtful (warning) in a scenario.
struct Problem {
  Severity severity = Severity::error;
  Place place;
  std::string path;     ///< of the figure or section, such as "drivers.margin"; may be empty
  std::string message;  ///< what is wrong, and what would be right
  std::string rule{};   ///< of a warning: the id of the linter's rule, such as "W-NOCOST"
};

/// `file:line:column: path: message`, or `file:line:column: warning: path: message [rule]`. What an override typed is
/// placed by the override instead: `--set drivers.margin: message`. `scenario` is the name of the file that is read.
std::string to_text(const Problem& problem, std::string_view scenario);

/// Everything found in one scenario, in the order in which it was found.
class Problems {
public:
  void error(Place place, std::string path, std::string message);
  void warning(std::string rule, Place place, std::string path, std::string message);
  void add(Problem problem);

  /// Removes the warnings and gives them back, in the order in which they were found.
  std::vector<Problem> take_warnings();

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }
  [[nodiscard]] std::size_t warning_count() const { return all_.size() - errors_; }
  [[nodiscard]] bool empty() const { return all_.empty(); }

  /// Sorted by place; of problems at one place the first found comes first; exact repetitions once.
  [[nodiscard]] std::vector<Problem> sorted() const;

  /// One line a problem, sorted, each ending in a newline; after `at_most` lines "and 250 more".
  [[nodiscard]] std::string to_text(std::string_view file, std::size_t at_most = 100) const;

  /// The same for a reader who wants what comes after it: each rule of the linter is explained once, where it is first
  /// found, and a second line names a few of its other places. Errors are as in to_text.
  [[nodiscard]] std::string to_brief_text(std::string_view file) const;

private:
  std::vector<Problem> all_;
  std::size_t errors_ = 0;
};

}  // namespace wayworth::scenarios
