#include "reports/measure_definition.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "reports/sections/return_words.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

std::string npv_definition(const engine::Model& model) {
  const bool is_mid = model.discounting.timing == engine::DiscountTiming::mid;
  const bool is_taxed = model.tax.rate != 0.0;
  const bool goes_on = model.terminal_value.form != engine::TerminalValue::Form::none;
  return fmt::format(
      "Present value at {} of benefits less costs{}{}, at {} (effective); what flows in a step counts from its {}.",
      month_of_step(model.time, 1), is_taxed ? " and taxes" : "", goes_on ? ", with what comes after the horizon" : "",
      discount_rate_text(model.discounting.rates), is_mid ? "middle" : "end");
}

}  // namespace

std::string definition_of(const engine::Model& model, engine::Measure measure) {
  using engine::Measure;
  switch (measure) {
    case Measure::npv:
      return npv_definition(model);
    case Measure::cash_npv:
      return "NPV with only that share of savings that leaves the budget (cashable).";
    case Measure::roi:
      return "NPV / present value of costs; undefined without cost.";
    case Measure::benefit_cost_ratio:
      return "1 + ROI.";
    case Measure::pv_benefits:
      return "Present value of revenue, cost savings and staff savings.";
    case Measure::pv_revenue:
      return "Present value of the contribution of additional revenue.";
    case Measure::pv_cost_savings:
      return "Present value of what cost streams and stated savings save.";
    case Measure::pv_staff_savings:
      return "Present value of the cost of the staff that is no longer needed.";
    case Measure::pv_costs:
      return "Present value of one-off and running costs.";
    case Measure::pv_one_off_costs:
      return "Present value of one-off costs.";
    case Measure::pv_taxes:
      return "Present value of taxes on what the initiatives change; negative: less tax.";
    case Measure::pv_terminal_value:
      return "Present value of what comes after the horizon.";
    case Measure::payback:
      return "Months from the start until cumulative net cash, undiscounted, reaches 0 and stays there; never: not "
             "within the horizon.";
    case Measure::discounted_payback:
      return "The same of discounted net cash.";
    case Measure::peak_funding:
      return "Greatest cumulative net outlay, undiscounted.";
    case Measure::freed_fte:
      return "Staff no longer needed in the last step. Their cost is inside the savings; do not add it again.";
    case Measure::cashed_fte:
      return "That share of the staff freed that leaves the budget.";
    case Measure::revenue_per_year:
      return "Additional contribution in the last twelve months of the horizon, undiscounted.";
    case Measure::savings_per_year:
      return "Cost and staff savings in the last twelve months of the horizon, undiscounted.";
    case Measure::one_off_costs:
      return "All one-off costs, undiscounted.";
  }
  throw std::logic_error("a measure without a definition");
}

}  // namespace wayworth::reports
