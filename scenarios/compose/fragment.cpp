#include "scenarios/compose/fragment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {

namespace {

/// Every part may say these; those that a whole scenario says too must be the same.
constexpr std::array<std::string_view, 2> labels = {"name", "source"};
constexpr std::array<std::string_view, 3> conventions = {"wayworth", "currency", "estimates"};

bool has(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void check_convention(const DocumentEntry& entry, const DocumentNode& scenario, Problems& problems) {
  const DocumentEntry* const meant = scenario.find(entry.key);
  const bool agrees = meant != nullptr && meant->value.is_scalar() && meant->value.text == entry.value.text;
  if (agrees || (meant == nullptr && entry.key == "wayworth")) return;
  problems.error(entry.key_place, entry.key,
                 meant == nullptr ? fmt::format("is `{}` here, but the scenario does not say it", entry.value.text)
                                  : fmt::format("is `{}` here, but `{}` in the scenario: figures would change their "
                                                "meaning",
                                                entry.value.text, meant->value.text));
}

}  // namespace

void check_fragment(const DocumentNode& fragment, const DocumentNode& scenario,
                    std::span<const std::string_view> allowed, std::string_view what_it_is, Problems& problems) {
  for (const DocumentEntry& entry : fragment.entries) {
    if (has(conventions, entry.key)) {
      check_convention(entry, scenario, problems);
    } else if (!has(labels, entry.key) && !has(allowed, entry.key)) {
      const std::vector<std::string> known(allowed.begin(), allowed.end());
      const auto nearest = closest(entry.key, known);
      problems.error(entry.key_place, entry.key,
                     nearest ? fmt::format("unknown key `{}`; did you mean `{}`?", entry.key, *nearest)
                             : fmt::format("cannot stand in {}, only in the scenario itself", what_it_is));
    }
  }
}

}  // namespace wayworth::scenarios
