#include "reports/cells.hpp"

#include <cmath>
#include <stdexcept>

#include "reports/subjects.hpp"

namespace wayworth::reports {

using engine::Estimate;
using engine::Figures;
using engine::Measure;

Cell Cells::estimate(Kind kind, const std::optional<Estimate>& estimate) const {
  if (!estimate || std::isnan(estimate->value)) return Instead{"undefined"};
  if (std::isinf(estimate->value)) return Figure{kind, estimate->value, 0.0};
  if (exact_) return Figure{kind, estimate->value, 0.0};
  if (!std::isfinite(estimate->standard_error)) return Instead{"?"};
  return Figure{kind, estimate->value, estimate->standard_error};
}

Cell Cells::mean(Measure measure, const Figures& figures) const {
  const engine::Summary& summary = figures[measure];
  if (!summary.mean && summary.never > 0) return Instead{"never"};
  return estimate(kind_of(measure), summary.mean);
}

Cell Cells::quantile(Measure measure, const Figures& figures, double p) const {
  return estimate(kind_of(measure), reports::quantile(figures[measure], p));
}

Cell Cells::roi(const Figures& figures) const {
  return figures.roi_of_means ? estimate(Kind::ratio, figures.roi_of_means) : Instead{"no cost"};
}

Cell Cells::probability_of_loss(const Figures& figures, Measure measure) const {
  const engine::Summary& npv = figures[measure];
  if (!npv.probability_of_loss) return Instead{"undefined"};
  return Probability{npv.probability_of_loss->value, npv.count};
}

Kind kind_of(Measure measure) {
  switch (engine::traits_of(measure).unit) {
    case engine::MeasureUnit::money:
    case engine::MeasureUnit::money_per_year:
      return Kind::money;
    case engine::MeasureUnit::ratio:
      return Kind::ratio;
    case engine::MeasureUnit::months:
      return Kind::months;
    case engine::MeasureUnit::fte:
      return Kind::fte;
  }
  throw std::logic_error("a unit of measures without a kind");
}

}  // namespace wayworth::reports
