#include "engine/results/measure.hpp"

namespace wayworth::engine {
namespace {

/// In the order of Measure.
constexpr std::array<MeasureTraits, measure_count> traits = {{
    {"npv", "Net present value", MeasureUnit::money},
    {"cash_npv", "Net present value, cash-releasing", MeasureUnit::money},
    {"roi", "Return on investment", MeasureUnit::ratio},
    {"benefit_cost_ratio", "Benefit-cost ratio", MeasureUnit::ratio},
    {"pv_benefits", "Present value of benefits", MeasureUnit::money},
    {"pv_revenue", "Present value of added revenue", MeasureUnit::money},
    {"pv_cost_savings", "Present value of cost savings", MeasureUnit::money},
    {"pv_staff_savings", "Present value of staff savings", MeasureUnit::money},
    {"pv_costs", "Present value of costs", MeasureUnit::money},
    {"pv_one_off_costs", "Present value of one-off costs", MeasureUnit::money},
    {"pv_taxes", "Present value of taxes", MeasureUnit::money},
    {"pv_terminal_value", "Present value after the horizon", MeasureUnit::money},
    {"payback", "Payback, months", MeasureUnit::months},
    {"discounted_payback", "Discounted payback, months", MeasureUnit::months},
    {"peak_funding", "Peak funding", MeasureUnit::money},
    {"freed_fte", "Freed FTE", MeasureUnit::fte},
    {"cashed_fte", "Freed FTE that leave the budget", MeasureUnit::fte},
    {"revenue_per_year", "Added revenue a year", MeasureUnit::money_per_year},
    {"savings_per_year", "Savings a year", MeasureUnit::money_per_year},
    {"one_off_costs", "One-off costs", MeasureUnit::money},
}};
static_assert(static_cast<std::size_t>(Measure::one_off_costs) + 1 == measure_count);

constexpr std::array<std::string_view, flow_line_count> flow_line_keys = {
    "revenue", "cost_savings", "staff_savings", "one_off_costs", "running_costs", "taxes", "net", "cash_net",
};

constexpr std::array<std::string_view, segment_figure_count> segment_figure_keys = {
    "customers_today",     "customers_with",   "lifetime_value_today",
    "lifetime_value_with", "base_value_today", "base_value_with",
};

constexpr std::array<std::string_view, 6> scope_keys = {"programme", "alone", "last",
                                                        "in_order",  "share", "share_variance"};

constexpr std::array<Measure, measure_count> measures_in_order() {
  std::array<Measure, measure_count> all{};
  for (std::size_t i = 0; i < measure_count; ++i) all[i] = static_cast<Measure>(i);
  return all;
}
constexpr std::array<Measure, measure_count> every_measure = measures_in_order();

}  // namespace

const MeasureTraits& traits_of(Measure measure) {
  return traits.at(static_cast<std::size_t>(measure));
}

const std::array<Measure, measure_count>& all_measures() {
  return every_measure;
}

std::string_view key_of(SegmentFigure figure) {
  return segment_figure_keys.at(static_cast<std::size_t>(figure));
}

std::string_view key_of(Scope scope) {
  return scope_keys.at(static_cast<std::size_t>(scope));
}

std::string_view key_of(FlowLine line) {
  return flow_line_keys.at(static_cast<std::size_t>(line));
}

}  // namespace wayworth::engine
