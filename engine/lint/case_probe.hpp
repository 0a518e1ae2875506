#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/execute/reference_step.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// Answers questions about a model that rules ask, without a run. Figures are those of the first step with every input
/// at its median, and of initiatives at full adoption.
class CaseProbe {
public:
  /// `model` must outlive the probe.
  explicit CaseProbe(const Model& model);
  CaseProbe(const CaseProbe&) = delete;  // the step keeps an eye on the medians
  CaseProbe& operator=(const CaseProbe&) = delete;

  /// The value of an expression today.
  double today(const Expression& expression);
  double stream_today(StreamId id);
  /// With `initiatives` at full adoption; none: today.
  double driver_with(std::span<const InitiativeId> initiatives, DriverId id);
  double stream_with(InitiativeId initiative, StreamId id);

  /// Months from the start of the case until an initiative is fully adopted, when it starts as the first option plans
  /// and takes its median time; nothing when it is not part of that option.
  std::optional<double> months_to_full_effect(InitiativeId initiative);
  /// Whether at least a year of the case is left then, to the nearest month.
  bool has_a_full_year(InitiativeId initiative);

  /// What all streams bring in a year, costs taken off, with one input at probability `p` of its distribution.
  double money_with(InitiativeId initiative, InputId input, double p);

  /// The share of the initial value that `initiatives` together take off a driver or stream that all of them change, in
  /// the trial that only one in ten exceeds; 0 for a target that is 0 today.
  double reduction_p90(std::span<const InitiativeId> initiatives, const std::variant<DriverId, StreamId>& target);

  /// Whether a driver, or a stream, answers to another driver: through formulas, links and stocks.
  bool depends(DriverId id, DriverId on);
  bool depends(StreamId id, DriverId on);
  bool depends(StreamId id, StreamId on);
  /// Whether an input is drawn in an expression, or in what it answers to.
  bool is_uncertain(const Expression& expression);
  /// Whether any stream answers to the driver.
  bool moves_money(DriverId id);

private:
  /// What a driver or stream answers to, by position.
  struct Reach {
    std::vector<bool> drivers;
    std::vector<bool> streams;
    std::vector<bool> stocks;
  };
  void add_named_in(const Expression& expression, Reach& reach) const;
  void add_driver(DriverId id, Reach& reach) const;
  void add_stream(StreamId id, Reach& reach) const;
  [[nodiscard]] Reach nothing() const;
  const Reach& reach_of(DriverId id);
  const Reach& reach_of(StreamId id);

  const Model& model_;
  std::vector<double> medians_;  ///< by InputId
  ReferenceStep today_;
  // Made when they are first asked for: most drivers of a large model never are.
  std::map<DriverId, Reach> of_driver_;
  std::map<StreamId, Reach> of_stream_;
  std::optional<Reach> of_any_stream_;
};

/// "2.58M", "40k", "0.35": as scenarios write numbers, to three digits.
std::string short_figure(double value);

/// "56.6%".
std::string percent_text(double share);

}  // namespace wayworth::engine
