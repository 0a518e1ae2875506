#include "reports/csv_register.hpp"

#include <cmath>

#include "reports/csv_text.hpp"
#include "reports/figure_tree.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Measure;
using engine::Model;

constexpr Measure trial_measures[] = {Measure::npv,     Measure::cash_npv,     Measure::pv_benefits,  Measure::pv_costs,
                                      Measure::payback, Measure::peak_funding, Measure::one_off_costs};

std::string drivers_csv(const Model& model) {
  CsvText csv({"driver", "name", "as_typed", "unit", "source", "evidence", "minimum", "maximum"});
  for (const engine::Driver& driver : model.drivers) {
    const engine::Provenance& from = driver.provenance;
    csv.text(driver.key).text(driver.name).text(from.as_typed).text(driver.unit);
    csv.text(from.source).text(name_of(from.evidence));
    std::isfinite(driver.minimum) ? csv.number(driver.minimum) : csv.empty();
    std::isfinite(driver.maximum) ? csv.number(driver.maximum) : csv.empty();
    csv.end_row();
  }
  return csv.content();
}

std::string inputs_csv(const Model& model) {
  CsvText csv({"input", "distribution", "mean", "standard_deviation", "mode", "p10", "p50", "p90"});
  for (const engine::Input& input : model.inputs) {
    const engine::Distribution& drawn = input.distribution;
    csv.text(input.path).text(engine::describe(drawn));
    csv.number(mean(drawn)).number(standard_deviation(drawn)).number(mode(drawn));
    for (const double p : {0.1, 0.5, 0.9}) csv.number(engine::quantile(drawn, p));
    csv.end_row();
  }
  return csv.content();
}

void add_mean(CsvText& csv, const engine::Summary& summary) {
  summary.mean ? csv.number(summary.mean->value) : csv.empty();
  for (const double p : {0.1, 0.5, 0.9}) {
    const auto value = quantile(summary, p);
    value ? csv.number(value->value) : csv.empty();
  }
}

std::string segments_csv(const Model& model, const engine::Findings& findings) {
  CsvText csv({"segment", "name", "figure", "mean", "p10", "p50", "p90"});
  for (const engine::SegmentFindings& found : findings.segments) {
    const engine::Segment& segment = model.segments[found.segment];
    for (std::size_t i = 0; i < engine::segment_figure_count; ++i) {
      if (!found.by_figure[i]) continue;
      csv.text(segment.key).text(segment.name).text(engine::key_of(static_cast<engine::SegmentFigure>(i)));
      add_mean(csv, *found.by_figure[i]);
      csv.end_row();
    }
  }
  return csv.content();
}

std::string phases_csv(const Model& model, const engine::Findings& findings) {
  CsvText csv({"phase", "from_step", "to_step", "initiatives", "one_off_cost_mean", "one_off_cost_p10",
               "one_off_cost_p50", "one_off_cost_p90", "budget", "probability_within_budget"});
  for (const engine::PhaseFindings& found : findings.phases) {
    const engine::Phase& phase = model.phases[found.phase];
    std::string members;
    for (const engine::InitiativeId id : found.members) {
      members += (members.empty() ? "" : " ") + engine::get(model, id).key;
    }
    csv.text(phase.name).count(phase.from).count(phase.to).text(members);
    add_mean(csv, found.one_off_costs);
    found.budget ? csv.number(*found.budget) : csv.empty();
    found.probability_within_budget ? csv.number(found.probability_within_budget->value) : csv.empty();
    csv.end_row();
  }
  return csv.content();
}

std::string npv_percentiles_csv(const Model& model, const engine::Findings& findings) {
  std::vector<std::string> header = {"percentile"};
  for (const engine::Option& option : model.options) header.push_back(option.key);
  CsvText csv(header);
  const std::size_t count = findings.npv_distributions.front().percentiles.size();
  for (std::size_t i = 0; i < count; ++i) {
    csv.count(i + 1);
    for (const engine::OutcomeDistribution& npv : findings.npv_distributions) csv.number(npv.percentiles.at(i));
    csv.end_row();
  }
  return csv.content();
}

}  // namespace

std::vector<CsvFile> register_csv(const Model& model, const engine::Findings& findings) {
  return {{"drivers.csv", drivers_csv(model)},
          {"inputs.csv", inputs_csv(model)},
          {"segments.csv", segments_csv(model, findings)},
          {"phases.csv", phases_csv(model, findings)},
          {"npv_percentiles.csv", npv_percentiles_csv(model, findings)}};
}

CsvFile trials_csv(const Model& model, const engine::Results& results) {
  std::vector<std::string> header = {"trial"};
  std::vector<std::span<const double>> columns;
  for (std::size_t option = 0; option < model.options.size(); ++option) {
    for (const Measure measure : trial_measures) {
      header.push_back(model.options[option].key + "." + std::string(engine::traits_of(measure).key));
      columns.push_back(results.column({.option = option}, measure));
    }
  }
  CsvText csv(header);
  for (std::size_t trial = 0; trial < results.manifest.trials; ++trial) {
    csv.count(trial + 1);
    for (const std::span<const double> column : columns) csv.number(column[trial]);
    csv.end_row();
  }
  return {"trials.csv", csv.content()};
}

}  // namespace wayworth::reports
