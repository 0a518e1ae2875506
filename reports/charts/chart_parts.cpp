#include "reports/charts/chart_parts.hpp"

#include <algorithm>
#include <cmath>

#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Amounts::Amounts(const engine::Model& model, const std::vector<double>& amounts) {
  double largest = 0.0;
  for (const double amount : amounts) largest = std::max(largest, std::fabs(amount));
  const MoneyScale scale = common_scale_for(largest);
  factor_ = factor_of(scale);
  const std::string words = words_for(scale);
  unit_ = words.empty() ? model.currency : model.currency + " " + words;
}

std::vector<double> Amounts::of(std::vector<double> amounts) const {
  for (double& amount : amounts) amount /= factor_;
  return amounts;
}

Column text_column(const std::string& name) {
  return {name, Align::left, 1, false};
}

Column number_column(const std::string& name) {
  return {name, Align::right, 1, false};
}

std::array<double, 7> values_of(const engine::FlowPoint& point) {
  return {point.p5, point.p10, point.p25, point.p50, point.p75, point.p90, point.p95};
}

std::size_t id_of(engine::InitiativeId initiative) {
  return engine::index_of(initiative);
}

std::string period_name(const engine::Model& model, std::size_t step) {
  return step == 0 ? "start" : month_of_step(model.time, step);
}

}  // namespace wayworth::reports
