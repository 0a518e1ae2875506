#include "engine/distributions/discrete.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "engine/core/input_error.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Discrete::Discrete(std::vector<double> values, std::vector<double> cumulative)
    : values_(std::move(values)), cumulative_(std::move(cumulative)) {}

Discrete Discrete::make(const std::vector<double>& values, const std::vector<double>& weights) {
  if (values.empty()) throw InputError("discrete: at least one value is needed");
  if (values.size() != weights.size()) {
    throw InputError(
        fmt::format("discrete: {} values need {} weights, not {}", values.size(), values.size(), weights.size()));
  }
  std::map<double, double> weight_of;
  double total = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    check_finite("discrete", "value", values[i]);
    check_not_negative("discrete", "weight", weights[i]);
    if (weights[i] > 0.0) weight_of[values[i]] += weights[i];
    total += weights[i];
  }
  check_positive("discrete", "sum of weights", total);

  std::vector<double> rising;
  std::vector<double> cumulative;
  double so_far = 0.0;
  for (const auto& [value, weight] : weight_of) {
    so_far += weight / total;
    rising.push_back(value);
    cumulative.push_back(so_far);
  }
  cumulative.back() = 1.0;
  return {std::move(rising), std::move(cumulative)};
}

double Discrete::quantile(double p) const {
  // A cumulative of 0.1 + 0.2 must answer for p = 0.3 too: rounding may not move a probability to the next value.
  constexpr double rounding = 1e-15;
  const auto found = std::lower_bound(cumulative_.begin(), cumulative_.end() - 1, p - rounding);
  return values_[static_cast<std::size_t>(found - cumulative_.begin())];
}

double Discrete::cdf(double x) const {
  const auto above = std::upper_bound(values_.begin(), values_.end(), x);
  return above == values_.begin() ? 0.0 : cumulative_[static_cast<std::size_t>(above - values_.begin() - 1)];
}

double Discrete::probability(std::size_t index) const {
  return index == 0 ? cumulative_[0] : cumulative_[index] - cumulative_[index - 1];
}

double Discrete::mean() const {
  double sum = 0.0;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    sum += probability(i) * values_[i];
  }
  return sum;
}

double Discrete::standard_deviation() const {
  const double centre = mean();
  double sum = 0.0;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    sum += probability(i) * (values_[i] - centre) * (values_[i] - centre);
  }
  return std::sqrt(sum);
}

double Discrete::mode() const {
  std::size_t best = 0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    constexpr double rounding = 1e-12;  // weights that were equal stay equal after normalisation
    if (probability(i) > probability(best) + rounding) best = i;
  }
  return values_[best];
}

std::string Discrete::describe() const {
  std::vector<double> arguments;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    arguments.push_back(values_[i]);
    arguments.push_back(probability(i));
  }
  return call_text("discrete", arguments);
}

}  // namespace wayworth::engine
