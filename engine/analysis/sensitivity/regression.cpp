#include "engine/analysis/sensitivity/regression.hpp"

#include <Eigen/Dense>
#include <cmath>
#include <limits>
#include <optional>

namespace wayworth::engine {

namespace {

constexpr double ridge = 1e-10;

/// The column less its mean, scaled to length 1; nothing when it does not vary.
std::optional<Eigen::VectorXd> unit_column(std::span<const double> values) {
  Eigen::VectorXd column = Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
  const double scale = column.cwiseAbs().maxCoeff();
  column.array() -= column.mean();
  const double length = column.norm();
  if (!(length > 1e-14 * scale * std::sqrt(static_cast<double>(values.size())))) return std::nullopt;
  column /= length;
  return column;
}

}  // namespace

double correlation(std::span<const double> first, std::span<const double> second) {
  const auto a = unit_column(first);
  const auto b = unit_column(second);
  return a && b ? a->dot(*b) : std::numeric_limits<double>::quiet_NaN();
}

RegressionSensitivity regression_sensitivity(const std::vector<std::span<const double>>& inputs,
                                             std::span<const double> output) {
  RegressionSensitivity found{std::vector<double>(inputs.size(), 0.0), std::vector<double>(inputs.size(), 0.0), 0.0};
  const auto y = unit_column(output);
  if (!y) return found;
  std::vector<std::size_t> varying;
  Eigen::MatrixXd x(y->size(), static_cast<Eigen::Index>(inputs.size()));
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const auto column = unit_column(inputs[i]);
    if (!column) continue;
    x.col(static_cast<Eigen::Index>(varying.size())) = *column;
    varying.push_back(i);
  }
  if (varying.empty()) return found;
  const auto count = static_cast<Eigen::Index>(varying.size());
  const auto used = x.leftCols(count);
  Eigen::MatrixXd correlations = Eigen::MatrixXd::Zero(count, count);
  correlations.selfadjointView<Eigen::Lower>().rankUpdate(used.transpose());
  correlations = correlations.selfadjointView<Eigen::Lower>();
  correlations.diagonal().array() += ridge;
  const Eigen::VectorXd with_output = used.transpose() * *y;
  const Eigen::LLT<Eigen::MatrixXd> factor(correlations);
  const Eigen::VectorXd slopes = factor.solve(with_output);
  const Eigen::MatrixXd inverse = factor.solve(Eigen::MatrixXd::Identity(count, count));
  found.r_squared = std::fmin(1.0, slopes.dot(with_output));

  // The inverse of the correlation matrix of inputs and output together, by blocks.
  const double unexplained = std::fmax(1.0 - found.r_squared, std::numeric_limits<double>::epsilon());
  for (Eigen::Index i = 0; i < count; ++i) {
    const std::size_t place = varying[static_cast<std::size_t>(i)];
    found.standardised[place] = slopes[i];
    found.partial[place] = slopes[i] / std::sqrt(unexplained * inverse(i, i) + slopes[i] * slopes[i]);
  }
  return found;
}

}  // namespace wayworth::engine
