#include "engine/distributions/empirical.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "engine/core/input_error.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Empirical::Empirical(std::vector<double> values, std::string name)
    : values_(std::move(values)), name_(std::move(name)) {}

Empirical Empirical::make(std::vector<double> values, std::string name) {
  if (values.size() < 2) throw InputError("empirical: at least two values are needed");
  for (const double value : values) check_finite("empirical", "value", value);
  std::sort(values.begin(), values.end());
  check_range("empirical", values.front(), values.back());
  return {std::move(values), std::move(name)};
}

double Empirical::quantile(double p) const {
  const double place = p * steps();
  const auto below = std::min(static_cast<std::size_t>(place), values_.size() - 2);
  const double share = place - static_cast<double>(below);
  return values_[below] + share * (values_[below + 1] - values_[below]);
}

double Empirical::cdf(double x) const {
  if (x < values_.front()) return 0.0;
  if (x >= values_.back()) return 1.0;
  const auto above = std::upper_bound(values_.begin(), values_.end(), x);
  const double low = *(above - 1);
  return (static_cast<double>(above - values_.begin() - 1) + (x - low) / (*above - low)) / steps();
}

double Empirical::mean() const {
  double sum = 0.5 * (values_.front() + values_.back());
  for (std::size_t i = 1; i + 1 < values_.size(); ++i) sum += values_[i];
  return minimum() == maximum() ? minimum() : sum / steps();
}

double Empirical::standard_deviation() const {
  const double centre = mean();
  double sum = 0.0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    const double low = values_[i - 1] - centre;
    const double high = values_[i] - centre;
    sum += (low * low + low * high + high * high) / 3.0;
  }
  return std::sqrt(sum / steps());
}

std::string Empirical::describe() const {
  return "empirical(" + name_ + ")";
}

}  // namespace wayworth::engine
