#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/resolve/quantity.hpp"

namespace wayworth::scenarios {

/// A call whose arguments are known, for the rules of units.
struct CallSite {
  const Syntax& syntax;
  const std::string& path;  ///< of the figure
  Problems& problems;
  /// Where a name comes from, for messages: " (drivers.calls, line 12)"; empty for anything but a name.
  std::function<std::string(const Syntax&)> origin_of;
};

/// The result of `function` and its unit, with conversions where arguments must have one unit. Nothing, and a problem,
/// when the units clash.
std::optional<Quantity> combine(engine::Function function, std::vector<Quantity> arguments, const CallSite& site);

}  // namespace wayworth::scenarios
