#include "scenarios/resolve/resolve_options.hpp"

#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

using Positions = std::unordered_map<std::string, std::size_t>;

void report_unknown(const Reference& reference, const std::string& path,
                    std::span<const engine::Initiative> initiatives, Problems& problems) {
  std::vector<std::string> keys;
  for (const engine::Initiative& initiative : initiatives) keys.push_back(initiative.key);
  problems.error(reference.place, path,
                 fmt::format("unknown initiative `{}`{}", reference.key, suggestion(reference.key, keys)));
}

engine::Option resolve_option(const OptionSection& section, std::span<const engine::Initiative> initiatives,
                              const Positions& positions, Problems& problems) {
  engine::Option option;
  option.key = section.heading.key;
  option.name = section.heading.name;
  option.starts.assign(initiatives.size(), section.all);
  for (const StartEntry& start : section.starts) {
    const auto found = positions.find(start.initiative.key);
    if (found != positions.end()) {
      option.starts[found->second] = start.step;
    } else {
      report_unknown(start.initiative, fmt::format("options.{}.starts", option.key), initiatives, problems);
    }
  }
  return option;
}

void check_prerequisites(const engine::Option& option, const OptionSection& section,
                         std::span<const engine::Initiative> initiatives, Problems& problems) {
  for (std::size_t i = 0; i < initiatives.size(); ++i) {
    if (!option.starts[i]) continue;
    for (const engine::Need& need : initiatives[i].needs) {
      if (option.starts[engine::index_of(need.initiative)]) continue;
      problems.error(section.heading.place, fmt::format("options.{}.starts", option.key),
                     fmt::format("`{}` needs `{}`, which is not part of this option; give it a start, or leave both "
                                 "out",
                                 initiatives[i].key, initiatives[engine::index_of(need.initiative)].key));
    }
  }
}

engine::Option everything_at_once(std::size_t initiative_count) {
  return {"everything_at_once", "Everything from the first step",
          std::vector<std::optional<std::size_t>>(initiative_count, 1)};
}

}  // namespace

std::vector<engine::Option> resolve_options(const Scenario& scenario, std::span<const engine::Initiative> initiatives,
                                            Problems& problems) {
  if (scenario.options.empty()) return {everything_at_once(initiatives.size())};
  Positions positions;
  for (std::size_t i = 0; i < initiatives.size(); ++i) positions.emplace(initiatives[i].key, i);
  std::vector<engine::Option> options;
  for (const OptionSection& section : scenario.options) {
    options.push_back(resolve_option(section, initiatives, positions, problems));
    check_prerequisites(options.back(), section, initiatives, problems);
  }
  return options;
}

}  // namespace wayworth::scenarios
