#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/resolve/collect_inputs.hpp"
#include "scenarios/sections/scenario.hpp"

namespace wayworth::scenarios {

/// Finds inputs by what a scenario calls them: a path (`initiatives.chat.effects.calls`), the key of a driver (`calls`
/// for `drivers.calls`), or a pattern of paths in which `*` stands for anything without a dot.
class InputNames {
public:
  /// All references must outlive it.
  InputNames(const Scenario& scenario, const CollectedInputs& collected);

  /// The input with this name; nothing, and a problem unless one about that figure was reported, when there is none.
  std::optional<engine::InputId> find(const Reference& name, const std::string& path, Problems& problems) const;

  /// The inputs whose paths match, in the order of the model.
  [[nodiscard]] std::vector<engine::InputId> matching(std::string_view pattern) const;

  /// As short as find() takes it.
  [[nodiscard]] std::string name_of(engine::InputId id) const;

  static bool is_pattern(std::string_view name) { return name.find('*') != std::string_view::npos; }

private:
  [[nodiscard]] std::optional<engine::InputId> input_at(const std::string& path) const;
  void report_missing(const Reference& name, const std::string& path, Problems& problems) const;

  const Scenario& scenario_;
  const CollectedInputs& collected_;
  std::unordered_map<std::string, engine::InputId> inputs_;  ///< by path
};

}  // namespace wayworth::scenarios
