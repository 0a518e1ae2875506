#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/model/expression.hpp"

namespace wayworth::engine {

/// What is measured, in every trial, of a set of cash flows. Benefits and costs are positive magnitudes; a benefit that
/// harms is negative.
enum class Measure : std::uint8_t {
  npv,                 ///< present value of benefits less costs and taxes, with terminal value (economic)
  cash_npv,            ///< the same, of savings only the share that leaves the budget (cash-releasing)
  roi,                 ///< npv / pv_costs; NaN (undefined) in a trial without cost
  benefit_cost_ratio,  ///< 1 + roi; NaN (undefined) in a trial without cost
  pv_benefits,
  pv_revenue,
  pv_cost_savings,   ///< of cost streams and stated savings
  pv_staff_savings,  ///< of streams of kind fte
  pv_costs,
  pv_one_off_costs,
  pv_taxes,            ///< on what the initiatives change; negative: less tax
  pv_terminal_value,   ///< of the time after the horizon
  payback,             ///< months from the start until cumulative net cash stays >= 0; +infinity: never
  discounted_payback,  ///< the same of discounted cash
  peak_funding,        ///< greatest cumulative net outlay, undiscounted
  freed_fte,           ///< in the last step
  cashed_fte,          ///< freed_fte, of a positive figure only the cashable share
  revenue_per_year,    ///< undiscounted, in the last twelve months of the horizon
  savings_per_year,    ///< undiscounted cost and staff savings, in the last twelve months of the horizon
  one_off_costs,       ///< undiscounted
};
inline constexpr std::size_t measure_count = 20;

enum class MeasureUnit { money, money_per_year, ratio, months, fte };

struct MeasureTraits {
  std::string_view key;   ///< as in JSON and CSV
  std::string_view name;  ///< for people
  MeasureUnit unit;
};
const MeasureTraits& traits_of(Measure measure);
const std::array<Measure, measure_count>& all_measures();

/// Whose cash flows. The value of an initiative `alone` is that of its prerequisites and itself, less that of its
/// prerequisites; `last` is that of the whole option, less that of the option without the initiative and without those
/// that need it; `in_order` is what it adds to those before it in the roadmap; its `share` is its Shapley value: what
/// it adds on average over all orders. In order and by shares the initiatives add up to the programme, trial by trial.
/// Where only some orders were evaluated, `share_variance` is a bound, in squared money, on what that adds to the
/// variance of the mean share.
enum class Scope : std::uint8_t { programme, alone, last, in_order, share, share_variance };
std::string_view key_of(Scope scope);

struct Subject {
  Scope scope = Scope::programme;
  std::size_t option = 0;                    ///< index into Model::options
  std::optional<InitiativeId> initiative{};  ///< none for the programme
  bool operator==(const Subject&) const = default;
};

/// What is measured of a segment's customers, in the last step: today and with the programme of the first option. The
/// lifetime value is what a customer is worth from then on, if margin and churn stay as they are in that step.
/// Source: Gupta and Lehmann, "Customers as assets", Journal of Interactive Marketing 17, 2003.
enum class SegmentFigure : std::uint8_t {
  customers_today,
  customers_with,
  lifetime_value_today,  ///< money a customer
  lifetime_value_with,
  base_value_today,  ///< customers times lifetime value
  base_value_with,
};
inline constexpr std::size_t segment_figure_count = 6;
std::string_view key_of(SegmentFigure figure);

/// Lines of a cash flow statement, undiscounted.
enum class FlowLine : std::uint8_t {
  revenue,
  cost_savings,
  staff_savings,
  one_off_costs,
  running_costs,
  taxes,
  net,       ///< revenue + savings - costs - taxes
  cash_net,  ///< the same with the cashable share of savings only
};
inline constexpr std::size_t flow_line_count = 8;
std::string_view key_of(FlowLine line);

}  // namespace wayworth::engine
