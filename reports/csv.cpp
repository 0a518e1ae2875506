#include "reports/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/finance/discount.hpp"
#include "reports/csv_text.hpp"
#include "reports/json_returns.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Figures;
using engine::Findings;
using engine::FlowLine;
using engine::Measure;
using engine::Model;
using engine::Summary;

/// "p5", "p10", ...: what the quantiles of a Summary are called.
std::vector<std::string> quantile_names() {
  std::vector<std::string> names;
  for (const double p : engine::summary_probabilities) names.push_back(fmt::format("p{:.0f}", 100 * p));
  return names;
}

std::vector<std::string> figures_header() {
  std::vector<std::string> header = {"option", "scope",  "initiative", "measure",
                                     "unit",   "trials", "undefined",  "never"};
  header.insert(header.end(), {"mean", "mean_standard_error", "standard_deviation", "minimum", "maximum"});
  for (const std::string& name : quantile_names()) header.insert(header.end(), {name, name + "_standard_error"});
  header.insert(header.end(), {"cvar5", "cvar5_standard_error", "probability_of_loss", "probability_of_loss_low",
                               "probability_of_loss_high"});
  return header;
}

void add_summary(CsvText& csv, const Summary& summary) {
  csv.count(summary.count).count(summary.undefined).count(summary.never);
  csv.estimate(summary.mean);
  csv.optional(summary.standard_deviation);
  csv.optional(summary.minimum);
  csv.optional(summary.maximum);
  for (std::size_t i = 0; i < engine::summary_probabilities.size(); ++i) {
    csv.estimate(summary.quantiles ? std::optional((*summary.quantiles)[i]) : std::nullopt);
  }
  csv.estimate(summary.cvar);
  const auto& interval = summary.probability_of_loss_interval;
  csv.optional(summary.probability_of_loss ? std::optional(summary.probability_of_loss->value) : std::nullopt);
  csv.optional(interval ? std::optional(interval->low) : std::nullopt);
  csv.optional(interval ? std::optional(interval->high) : std::nullopt);
}

/// Measures that are one estimate instead of a distribution.
void add_ratio_row(CsvText& csv, const NamedFigures& named, std::string_view measure,
                   const std::optional<Estimate>& estimate) {
  csv.text(named.option).text(named.scope).text(named.initiative).text(measure).text("ratio");
  csv.count((*named.figures)[Measure::npv].count).empty().empty();
  csv.estimate(estimate);
  const std::size_t rest = figures_header().size() - 10;
  for (std::size_t i = 0; i < rest; ++i) csv.empty();
  csv.end_row();
}

std::string figures_csv(const Model& model, const Findings& findings) {
  CsvText csv(figures_header());
  for (const NamedFigures& named : all_figures(model, findings)) {
    for (const Measure measure : engine::all_measures()) {
      csv.text(named.option).text(named.scope).text(named.initiative);
      csv.text(engine::traits_of(measure).key).text(unit_of(measure, model.currency));
      add_summary(csv, (*named.figures)[measure]);
      csv.end_row();
    }
    add_ratio_row(csv, named, "roi_of_means", named.figures->roi_of_means);
    add_ratio_row(csv, named, "benefit_cost_ratio_of_means", named.figures->benefit_cost_ratio_of_means);
  }
  return csv.content();
}

void add_placing(CsvText& csv, const engine::RankedInitiative& ranked) {
  csv.estimate(ranked.value);
  for (const Estimate& share : ranked.placed) csv.estimate(share);
}

std::string ranking_csv(const Model& model, const Findings& findings) {
  CsvText csv({"by", "rank", "initiative", "name", "mean", "mean_standard_error", "share_first",
               "share_first_standard_error", "share_second", "share_second_standard_error", "share_third",
               "share_third_standard_error"});
  const auto add = [&](std::string_view by, const std::vector<engine::RankedInitiative>& ranking) {
    for (std::size_t i = 0; i < ranking.size(); ++i) {
      const engine::Initiative& initiative = engine::get(model, ranking[i].initiative);
      csv.text(by).count(i + 1).text(initiative.key).text(initiative.name);
      add_placing(csv, ranking[i]);
      csv.end_row();
    }
  };
  add("npv", findings.by_npv);
  add("npv_per_one_off", findings.by_npv_per_one_off);
  return csv.content();
}

std::string contributions_csv(const Model& model, const Findings& findings) {
  CsvText csv({"initiative", "name", "alone", "alone_standard_error", "last", "last_standard_error", "in_order",
               "in_order_standard_error", "share", "share_standard_error"});
  for (const engine::Contribution& contribution : findings.contributions) {
    const engine::Initiative& initiative = engine::get(model, contribution.initiative);
    const auto& figures = *std::find_if(findings.initiatives.begin(), findings.initiatives.end(),
                                        [&](const auto& one) { return one.initiative == contribution.initiative; });
    csv.text(initiative.key).text(initiative.name);
    csv.estimate(figures.alone[Measure::npv].mean);
    csv.estimate(figures.npv_as_last.mean);
    csv.estimate(contribution.in_order);
    csv.estimate(contribution.share);
    csv.end_row();
  }
  return csv.content();
}

constexpr std::array cash_flow_lines = {FlowLine::revenue,       FlowLine::cost_savings,  FlowLine::staff_savings,
                                        FlowLine::one_off_costs, FlowLine::running_costs, FlowLine::taxes,
                                        FlowLine::net,           FlowLine::cash_net};

std::vector<std::string> cash_flow_header(const std::string& period) {
  std::vector<std::string> header = {period};
  for (const FlowLine line : cash_flow_lines) header.emplace_back(engine::key_of(line));
  header.insert(header.end(),
                {"net_p10", "net_p50", "net_p90", "cumulative", "cumulative_p10", "cumulative_p50", "cumulative_p90"});
  return header;
}

/// The mean of one line over the entries from `first` up to `end`.
double mean_of(const Findings& findings, FlowLine line, std::size_t first, std::size_t end) {
  const auto series = std::find_if(findings.flow_lines.begin(), findings.flow_lines.end(),
                                   [&](const engine::FlowSeries& one) { return one.line == line; });
  if (series == findings.flow_lines.end()) return 0.0;
  double sum = 0.0;
  for (std::size_t i = first; i < std::min(end, series->steps.size()); ++i) sum += series->steps[i].mean();
  return sum;
}

void add_period(CsvText& csv, const Findings& findings, const engine::CashFlow& flow, std::size_t entry,
                std::size_t first_step, std::size_t end_step) {
  csv.count(entry);
  for (const FlowLine line : cash_flow_lines) csv.number(mean_of(findings, line, first_step, end_step));
  const engine::FlowPoint& net = flow.net[entry];
  const engine::FlowPoint& cumulative = flow.cumulative[entry];
  csv.number(net.p10).number(net.p50).number(net.p90);
  csv.number(cumulative.mean.value).number(cumulative.p10).number(cumulative.p50).number(cumulative.p90);
}

std::string cashflow_by_step_csv(const Model& model, const Findings& findings) {
  std::vector<std::string> header = cash_flow_header("step");
  header.insert(header.end(), {"years_to_cash", "discount_factor"});
  CsvText csv(header);
  for (std::size_t step = 0; step < findings.by_step.net.size(); ++step) {
    add_period(csv, findings, findings.by_step, step, step, step + 1);
    const auto& [rates, timing] = model.discounting;
    const double years = step == 0 ? 0.0 : engine::flow_time(timing, step - 1, model.time.steps_per_year);
    csv.number(years).number(engine::discount_factor(rates, years));
    csv.end_row();
  }
  return csv.content();
}

std::string cashflow_by_year_csv(const Model& model, const Findings& findings) {
  CsvText csv(cash_flow_header("year"));
  const auto steps_per_year = static_cast<std::size_t>(model.time.steps_per_year);
  for (std::size_t year = 0; year < findings.by_year.net.size(); ++year) {
    const std::size_t first = year == 0 ? 0 : (year - 1) * steps_per_year + 1;
    add_period(csv, findings, findings.by_year, year, first, year * steps_per_year + 1);
    csv.end_row();
  }
  return csv.content();
}

std::string options_csv(const Model& model, const Findings& findings) {
  std::vector<std::string> header = {"option", "name", "measure", "unit", "mean", "mean_standard_error"};
  header.insert(header.end(), {"p10", "p10_standard_error", "p50", "p50_standard_error", "p90", "p90_standard_error"});
  header.emplace_back("probability_of_loss");
  CsvText csv(header);
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    for (const Measure measure : engine::all_measures()) {
      const Summary& summary = findings.options[i][measure];
      csv.text(model.options[i].key).text(model.options[i].name);
      csv.text(engine::traits_of(measure).key).text(unit_of(measure, model.currency));
      csv.estimate(summary.mean);
      for (const double p : {0.1, 0.5, 0.9}) csv.estimate(quantile(summary, p));
      csv.optional(summary.probability_of_loss ? std::optional(summary.probability_of_loss->value) : std::nullopt);
      csv.end_row();
    }
  }
  return csv.content();
}

void add_mean_return(CsvText& csv, const std::string& option, const std::string& initiative,
                     const engine::ReturnOfFlow& returns) {
  csv.text(option).text(initiative).text(key_of(returns.status));
  csv.estimate(returns.internal);
  csv.estimate(returns.modified);
}

void add_percentiles(CsvText& csv, const std::optional<engine::ReturnPercentiles>& percentiles) {
  for (const auto part :
       {&engine::ReturnPercentiles::p10, &engine::ReturnPercentiles::p50, &engine::ReturnPercentiles::p90}) {
    csv.optional(percentiles ? std::optional(((*percentiles).*part).value) : std::nullopt);
  }
}

/// Annual rates of every programme, and of every initiative of the first option alone: of the mean cash flow, and of
/// the single trials of a programme.
std::string returns_csv(const Model& model, const Findings& findings) {
  CsvText csv({"option", "initiative", "irr_status", "irr", "irr_standard_error", "mirr", "mirr_standard_error",
               "trials", "trials_without_irr", "irr_p10", "irr_p50", "irr_p90", "mirr_p10", "mirr_p50", "mirr_p90"});
  for (std::size_t i = 0; i < findings.returns.size(); ++i) {
    const engine::ReturnsOfTrials& trials = findings.returns[i].of_trials;
    add_mean_return(csv, model.options[i].key, "", findings.returns[i].of_mean_flow);
    csv.count(trials.trials).count(trials.trials - trials.internal_by_status.front());
    add_percentiles(csv, trials.internal);
    add_percentiles(csv, trials.modified);
    csv.end_row();
  }
  for (const engine::InitiativeFindings& one : findings.initiatives) {
    add_mean_return(csv, model.options.front().key, engine::get(model, one.initiative).key, one.returns);
    for (int column = 0; column < 8; ++column) csv.empty();
    csv.end_row();
  }
  return csv.content();
}

std::string comparisons_csv(const Model& model, const Findings& findings) {
  CsvText csv({"first", "second", "probability_first_is_better", "standard_error", "mean_gain_of_first",
               "mean_gain_standard_error"});
  for (const engine::OptionComparison& comparison : findings.comparisons) {
    csv.text(model.options[comparison.first].key).text(model.options[comparison.second].key);
    csv.estimate(comparison.probability_first_is_better);
    csv.estimate(comparison.mean_gain_of_first);
    csv.end_row();
  }
  return csv.content();
}

}  // namespace

std::vector<CsvFile> to_csv(const Model& model, const Findings& findings) {
  return {{"figures.csv", figures_csv(model, findings)},
          {"ranking.csv", ranking_csv(model, findings)},
          {"contributions.csv", contributions_csv(model, findings)},
          {"cashflow_by_step.csv", cashflow_by_step_csv(model, findings)},
          {"cashflow_by_year.csv", cashflow_by_year_csv(model, findings)},
          {"options.csv", options_csv(model, findings)},
          {"returns.csv", returns_csv(model, findings)},
          {"comparisons.csv", comparisons_csv(model, findings)}};
}

}  // namespace wayworth::reports
