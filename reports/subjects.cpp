#include "reports/subjects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace wayworth::reports {

std::vector<NamedFigures> all_figures(const engine::Model& model, const engine::Findings& findings) {
  std::vector<NamedFigures> all;
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    all.push_back({model.options[i].key, "programme", "", &findings.options[i]});
  }
  for (const engine::InitiativeFindings& one : findings.initiatives) {
    all.push_back({model.options.front().key, "alone", engine::get(model, one.initiative).key, &one.alone});
  }
  return all;
}

std::string unit_of(engine::Measure measure, const std::string& currency) {
  switch (engine::traits_of(measure).unit) {
    case engine::MeasureUnit::money:
      return currency;
    case engine::MeasureUnit::money_per_year:
      return currency + "/year";
    case engine::MeasureUnit::ratio:
      return "ratio";
    case engine::MeasureUnit::months:
      return "months";
    case engine::MeasureUnit::fte:
      return "FTE";
  }
  throw std::logic_error("a unit of measures without a name");
}

std::optional<engine::Estimate> quantile(const engine::Summary& summary, double p) {
  if (!summary.quantiles) return std::nullopt;
  const auto& probabilities = engine::summary_probabilities;
  const auto at = std::find(probabilities.begin(), probabilities.end(), p);
  if (at == probabilities.end()) throw std::logic_error("a quantile that summaries do not have");
  return (*summary.quantiles)[static_cast<std::size_t>(at - probabilities.begin())];
}

std::string_view name_of(engine::Sampling sampling) {
  switch (sampling) {
    case engine::Sampling::sobol:
      return "sobol";
    case engine::Sampling::latin_hypercube:
      return "latin_hypercube";
    case engine::Sampling::random:
      return "random";
  }
  throw std::logic_error("a sampling method without a name");
}

std::string_view name_of(engine::Point point) {
  switch (point) {
    case engine::Point::mode:
      return "mode";
    case engine::Point::median:
      return "median";
    case engine::Point::mean:
      return "mean";
  }
  throw std::logic_error("a point without a name");
}

std::string_view name_of(engine::DiscountTiming timing) {
  return timing == engine::DiscountTiming::mid ? "mid" : "end";
}

std::string start_of(const engine::Timeline& time) {
  return fmt::format("{:04}-{:02}", time.start_year, time.start_month);
}

}  // namespace wayworth::reports
