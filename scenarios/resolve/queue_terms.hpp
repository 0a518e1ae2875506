#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/resolve/quantity.hpp"

namespace wayworth::scenarios {

/// A figure of a queue, and what messages say of it.
struct QueueFigure {
  Quantity quantity;
  std::string described;  ///< "`calls` is call/day (drivers.calls, line 12)"
  std::string advice;     ///< how a number gets a unit where it stands
};

/// A queue in the terms of engine/finance: the load is what arrives in a mean handle time, and times are in mean handle
/// times, so that no unit is left.
class QueueTerms {
public:
  using Report = std::function<void(std::string)>;

  /// Nothing, and a report, when calls per time and time per call do not make a pure number. Where units are not known
  /// they are taken to agree.
  static std::optional<QueueTerms> make(QueueFigure calls, QueueFigure handle_time, const Report& report);

  [[nodiscard]] const Quantity& load() const { return load_; }

  /// A time as a number of handle times; nothing, and a report, when it is no time.
  [[nodiscard]] std::optional<Quantity> in_handle_times(QueueFigure time, const Report& report) const;

private:
  QueueTerms(Quantity load, Quantity handle_time, engine::Unit time_unit)
      : load_(std::move(load)), handle_time_(std::move(handle_time)), time_unit_(std::move(time_unit)) {}

  Quantity load_;
  Quantity handle_time_;
  engine::Unit time_unit_;  ///< of handle_time_ for one call
};

/// A call of `function` that takes "plain" and "checked" from its arguments and is a pure number.
Quantity pure_call(engine::Function function, std::vector<Quantity> arguments);

}  // namespace wayworth::scenarios
