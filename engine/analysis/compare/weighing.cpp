#include "engine/analysis/compare/weighing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace wayworth::engine {

namespace {

constexpr std::size_t weightings = 16384;
constexpr std::array all_criteria = {Criterion::mean_npv, Criterion::bad_case, Criterion::peak_funding,
                                     Criterion::payback};

constexpr std::size_t p10 = 1;
constexpr std::size_t p50 = 3;
static_assert(summary_probabilities[p10] == 0.1 && summary_probabilities[p50] == 0.5);

std::optional<Estimate> quantile_of(const Summary& summary, std::size_t which) {
  return summary.quantiles ? std::optional((*summary.quantiles)[which]) : std::nullopt;
}

/// Nothing where there is no figure; a single trial has no bad case.
std::optional<Estimate> figure_of(const Figures& figures, Criterion criterion) {
  switch (criterion) {
    case Criterion::mean_npv:
      return figures[Measure::npv].mean;
    case Criterion::bad_case:
      return figures[Measure::npv].count > 1 ? quantile_of(figures[Measure::npv], p10) : std::nullopt;
    case Criterion::peak_funding:
      return figures[Measure::peak_funding].mean;
    case Criterion::payback:
      break;
  }
  return quantile_of(figures[Measure::payback], p50);
}

bool is_less_better(Criterion criterion) {
  return criterion == Criterion::peak_funding || criterion == Criterion::payback;
}

/// The figures; nothing when some are missing or infinite, or when the programmes do not differ by more than chance.
std::vector<double> telling_figures(const std::vector<const Figures*>& programmes, Criterion criterion) {
  std::vector<double> values;
  double greatest_error = 0.0;
  for (const Figures* const figures : programmes) {
    const std::optional<Estimate> figure = figure_of(*figures, criterion);
    if (!figure || !std::isfinite(figure->value)) return {};
    values.push_back(is_less_better(criterion) ? -figure->value : figure->value);
    if ((*figures)[Measure::npv].count > 1) greatest_error = std::max(greatest_error, figure->standard_error);
  }
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (!(*most - *least > 2.0 * greatest_error)) return {};
  return values;
}

void scale(std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  const double from = *least;
  const double range = *most - from;
  for (double& value : values) value = (value - from) / range;
}

}  // namespace

Weighing weigh(const std::vector<const Figures*>& programmes, std::uint64_t seed) {
  Weighing found;
  std::vector<std::vector<double>> utilities(programmes.size());
  for (const Criterion criterion : all_criteria) {
    std::vector<double> values = telling_figures(programmes, criterion);
    if (values.empty()) continue;
    scale(values);
    found.criteria.push_back(criterion);
    for (std::size_t i = 0; i < programmes.size(); ++i) utilities[i].push_back(values[i]);
  }
  if (found.criteria.size() < 2) return {};
  found.acceptability = acceptability_of(utilities, weightings, seed);
  return found;
}

}  // namespace wayworth::engine
