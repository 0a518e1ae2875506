#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json);

/// Amounts of money as one chart shows them: in the scale of the largest.
class Amounts {
public:
  Amounts(const engine::Model& model, const std::vector<double>& amounts);

  [[nodiscard]] double of(double amount) const { return amount / factor_; }
  [[nodiscard]] std::vector<double> of(std::vector<double> amounts) const;
  [[nodiscard]] const std::string& unit() const { return unit_; }  ///< "USD million"

private:
  double factor_ = 1.0;
  std::string unit_;
};

Column text_column(const std::string& name);
Column number_column(const std::string& name);

/// The quantiles that all charts can switch between, P5 to P95, as engine::summary_probabilities has them.
std::array<double, 7> values_of(const engine::FlowPoint& point);

/// What the script calls an initiative: its place in the model.
std::size_t id_of(engine::InitiativeId initiative);

/// "start", or the month that a step begins in.
std::string period_name(const engine::Model& model, std::size_t step);

}  // namespace wayworth::reports
