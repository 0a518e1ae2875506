#include "scenarios/messages/did_you_mean.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace wayworth::scenarios {

namespace {

/// Optimal string alignment distance, or more than `at_most` when it exceeds that.
/// Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM 1964.
std::size_t distance(std::string_view a, std::string_view b, std::size_t at_most) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > at_most) {
    return gap;
  }
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    if (*std::min_element(row.begin(), row.end()) > at_most) {
      return at_most + 1;
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> closest(std::string_view typed, std::span<const std::string> known) {
  if (typed.size() > 100) {
    return std::nullopt;
  }
  std::size_t best_distance = std::max<std::size_t>(1, typed.size() / 3) + 1;
  const std::string* best = nullptr;
  for (const std::string& word : known) {
    const std::size_t d = distance(typed, word, best_distance - 1);
    if (d < best_distance && d < word.size()) {
      best_distance = d;
      best = &word;
    }
  }
  return best == nullptr ? std::nullopt : std::optional(*best);
}

std::string suggestion(std::string_view typed, std::span<const std::string> known) {
  if (const auto meant = closest(typed, known)) {
    return fmt::format("; did you mean `{}`?", *meant);
  }
  if (known.empty()) {
    return {};
  }
  constexpr std::size_t at_most = 15;
  std::string list;
  for (const std::string& word : known.first(std::min(at_most, known.size()))) {
    list += list.empty() ? word : ", " + word;
  }
  return fmt::format("; known are {}{}", list, known.size() > at_most ? ", ..." : "");
}

}  // namespace wayworth::scenarios
