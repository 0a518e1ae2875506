#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/model/model.hpp"

namespace wayworth::engine {

/// An initiative that is part of the evaluated set, with its adoption in one step.
struct ActiveInitiative {
  InitiativeId initiative{};
  double adoption = 0.0;  ///< 0..1, failure included
};

/// Every driver, stream and stock in one step of one trial, either today (no initiative is active) or with some
/// initiatives. Values are computed when they are first asked for.
class ReferenceStep {
public:
  /// The step as it is today; `step` counts from 1. `stocks` are the stocks after the step before, today; none for the
  /// first step.
  ReferenceStep(const Model& model, std::span<const double> inputs, std::size_t step, std::vector<double> stocks = {});
  /// The step with `active` initiatives, in ascending order; figures of initiatives mean the values of `today`.
  ReferenceStep(ReferenceStep& today, std::vector<ActiveInitiative> active, std::vector<double> stocks);

  double value_of(const Expression& expression);
  double driver(DriverId id);
  double stream(StreamId id);
  double stock(StockId id, StockMoment moment);
  /// Every stock when the step ends.
  std::vector<double> stocks_after();

private:
  double computed(const Expression::Number& node);
  double computed(const Expression::Draw& node);
  double computed(const Expression::DriverValue& node);
  double computed(const Expression::StreamValue& node);
  double computed(const Expression::StockValue& node);
  double computed(const Expression::StepValue& node);
  double computed(const Expression::StepDraw& node);
  double computed(const Expression::StepNumber& node);
  double computed(const Expression::Year& node);
  double computed(const Expression::Call& node);
  [[nodiscard]] double years_since_start() const;
  double with_links(double base, DriverId target);
  double with_effects(double base, const std::variant<DriverId, StreamId>& target);

  const Model& model_;
  std::span<const double> inputs_;
  std::size_t step_;
  ReferenceStep* today_ = nullptr;  ///< null: this is today
  std::vector<ActiveInitiative> active_;
  std::vector<double> stocks_before_;
  std::vector<std::optional<double>> drivers_;
  std::vector<std::optional<double>> streams_;
};

}  // namespace wayworth::engine
