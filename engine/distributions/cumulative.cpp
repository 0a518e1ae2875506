#include "engine/distributions/cumulative.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "engine/core/input_error.hpp"
#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {
namespace {

void check_points(std::span<const Percentile> points) {
  if (points.size() < 2) throw InputError("cumulative: at least two points are needed");
  for (std::size_t i = 0; i < points.size(); ++i) {
    check_finite("cumulative", "value", points[i].value);
    check_probability("cumulative", "probability", points[i].probability);
    if (i == 0) continue;
    const Percentile& before = points[i - 1];
    if (!(before.value < points[i].value && before.probability < points[i].probability)) {
      throw InputError(fmt::format("cumulative: values and probabilities must rise, but {} at {} follows {} at {}",
                                   points[i].value, points[i].probability, before.value, before.probability));
    }
  }
  if (points.front().probability != 0.0 || points.back().probability != 1.0) {
    throw InputError(fmt::format("cumulative: probabilities must go from 0 to 1, not from {} to {}",
                                 points.front().probability, points.back().probability));
  }
  check_range("cumulative", points.front().value, points.back().value);
}

}  // namespace

Cumulative::Cumulative(std::vector<double> values, std::vector<double> probabilities)
    : values_(std::move(values)), probabilities_(std::move(probabilities)) {}

Cumulative Cumulative::make(std::span<const Percentile> points) {
  check_points(points);
  std::vector<double> values;
  std::vector<double> probabilities;
  for (const Percentile& point : points) {
    values.push_back(point.value);
    probabilities.push_back(point.probability);
  }
  return {std::move(values), std::move(probabilities)};
}

double Cumulative::quantile(double p) const {
  const auto above = std::lower_bound(probabilities_.begin() + 1, probabilities_.end() - 1, p);
  const auto i = static_cast<std::size_t>(above - probabilities_.begin());
  const double share = (p - probabilities_[i - 1]) / (probabilities_[i] - probabilities_[i - 1]);
  return std::min(values_[i - 1] + share * (values_[i] - values_[i - 1]), values_[i]);
}

double Cumulative::cdf(double x) const {
  if (x <= values_.front()) return 0.0;
  if (x >= values_.back()) return 1.0;
  const auto above = std::upper_bound(values_.begin(), values_.end(), x);
  const auto i = static_cast<std::size_t>(above - values_.begin());
  const double share = (x - values_[i - 1]) / (values_[i] - values_[i - 1]);
  return probabilities_[i - 1] + share * (probabilities_[i] - probabilities_[i - 1]);
}

double Cumulative::mean() const {
  double sum = 0.0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    sum += (probabilities_[i] - probabilities_[i - 1]) * 0.5 * (values_[i] + values_[i - 1]);
  }
  return sum;
}

double Cumulative::standard_deviation() const {
  const double centre = mean();
  double sum = 0.0;
  for (std::size_t i = 1; i < values_.size(); ++i) {
    const double low = values_[i - 1] - centre;
    const double high = values_[i] - centre;
    sum += (probabilities_[i] - probabilities_[i - 1]) * (low * low + low * high + high * high) / 3.0;
  }
  return std::sqrt(sum);
}

double Cumulative::mode() const {
  const auto density = [this](std::size_t i) {
    return (probabilities_[i] - probabilities_[i - 1]) / (values_[i] - values_[i - 1]);
  };
  constexpr double rounding = 1e-12;  // densities that are meant to be equal
  std::size_t best = 1;
  for (std::size_t i = 2; i < values_.size(); ++i) {
    if (density(i) > density(best) * (1.0 + rounding)) best = i;
  }
  return 0.5 * (values_[best - 1] + values_[best]);
}

std::string Cumulative::describe() const {
  std::vector<double> arguments;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    arguments.push_back(values_[i]);
    arguments.push_back(probabilities_[i]);
  }
  return call_text("cumulative", arguments);
}

}  // namespace wayworth::engine
