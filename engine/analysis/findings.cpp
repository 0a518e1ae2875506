#include "engine/analysis/findings.hpp"

#include <tbb/task_group.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "engine/analysis/bridge.hpp"
#include "engine/analysis/cash_flow.hpp"
#include "engine/analysis/comparison.hpp"
#include "engine/analysis/contribution.hpp"
#include "engine/analysis/figures.hpp"
#include "engine/analysis/phases.hpp"
#include "engine/analysis/ranking.hpp"

namespace wayworth::engine {
namespace {

ReturnTerms return_terms(const Model& model) {
  const auto& [rates, timing] = model.discounting;
  return {.grid = {timing, model.time.steps_per_year}, .rates = {.finance = rates, .reinvestment = rates}};
}

InitiativeFindings find_initiative(const Model& model, const Results& results, InitiativeId id) {
  const std::size_t planned_start = model.options.front().starts[index_of(id)].value();
  const Subject alone{.scope = Scope::alone, .initiative = id};
  InitiativeFindings found{.initiative = id,
                           .planned_start = planned_start,
                           .phase = phase_of(model.phases, planned_start),
                           .alone = figures_of(results, alone),
                           .npv_as_last = results.summary({.scope = Scope::last, .initiative = id}, Measure::npv),
                           .returns = {},
                           .npv_distribution = distribution_of(results.find(alone, Measure::npv))};
  found.returns = return_of_flow(mean_flow(results.flow(alone, FlowLine::net)), found.alone[Measure::npv].mean.value(),
                                 return_terms(model));
  return found;
}

const KeptFlows& kept_flows_of(const Results& results, std::size_t option) {
  for (const KeptFlows& kept : results.kept_flows) {
    if (kept.option == option) return kept;
  }
  throw std::out_of_range("no cash flow of an option was kept");
}

/// The mean over all trials is there for the first option, over the kept ones for all.
ProgrammeReturns find_returns(const Model& model, const Results& results, std::size_t option, const Figures& figures) {
  const ReturnTerms terms = return_terms(model);
  const KeptFlows& kept = kept_flows_of(results, option);
  const std::vector<double> mean = option == 0 ? mean_flow(results.flow({}, FlowLine::net)) : mean_flow(kept);
  ReturnOfFlow of_mean = return_of_flow(mean, figures[Measure::npv].mean.value(), terms);
  ReturnsOfTrials of_trials =
      of_mean.internal ? returns_of_trials(kept, terms, of_mean.internal->value) : returns_of_trials(kept, terms);
  return {std::move(of_mean), std::move(of_trials)};
}

std::vector<FlowSeries> flow_lines_of(const Results& results, const Subject& subject) {
  std::vector<FlowSeries> lines;
  std::copy_if(results.flows.begin(), results.flows.end(), std::back_inserter(lines),
               [&](const FlowSeries& series) { return series.subject == subject; });
  return lines;
}

std::vector<SegmentFindings> find_segments(const Model& model, const Results& results) {
  std::vector<SegmentFindings> found(model.segments.size());
  for (std::size_t i = 0; i < found.size(); ++i) found[i].segment = i;
  for (const SegmentColumn& column : results.segments) {
    found[column.segment].by_figure[static_cast<std::size_t>(column.figure)] =
        column.totals ? summarise(*column.totals) : summarise(column.values, results.manifest.replicates);
  }
  return found;
}

double share_of_checked_formulas(const std::vector<Stream>& streams) {
  if (streams.empty()) return 1.0;
  const auto checked =
      std::count_if(streams.begin(), streams.end(), [](const Stream& stream) { return stream.formula_checked; });
  return static_cast<double>(checked) / static_cast<double>(streams.size());
}

}  // namespace

// Pieces that do not need each other, each in a place of its own: which processor does which makes no difference.
Findings find(const Model& model, const Results& results) {
  const std::vector<InitiativeId> members = members_of(model.options.front());
  const FlowSeries& net = results.flow({}, FlowLine::net);
  const KeptFlows& kept = kept_flows_of(results, 0);
  const std::size_t options = model.options.size();
  Findings findings;
  tbb::task_group pieces;
  findings.initiatives.resize(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    pieces.run([&, i] { findings.initiatives[i] = find_initiative(model, results, members[i]); });
  }
  findings.options.resize(options);
  findings.returns.resize(options);
  findings.npv_distributions.resize(options);
  findings.cash_npv_distributions.resize(options);
  for (std::size_t option = 0; option < options; ++option) {
    pieces.run([&, option] {
      findings.options[option] = figures_of(results, {.option = option});
      findings.returns[option] = find_returns(model, results, option, findings.options[option]);
    });
    pieces.run([&, option] {
      findings.npv_distributions[option] = distribution_of(results.find({.option = option}, Measure::npv));
      findings.cash_npv_distributions[option] = distribution_of(results.find({.option = option}, Measure::cash_npv));
    });
  }
  pieces.run([&] {
    findings.by_npv = rank_by_npv(results, members);
    findings.place_shares = place_shares(results, findings.by_npv);
  });
  pieces.run([&] { findings.by_npv_per_one_off = rank_by_npv_per_one_off(results, members); });
  pieces.run([&] { findings.bridge = bridge_of(results, members); });
  pieces.run([&] { findings.contributions = contributions_of(model, results); });
  pieces.run([&] { findings.phases = find_phases(model, results); });
  pieces.run([&] { findings.comparisons = compare_options(results, options); });
  pieces.run([&] { findings.segments = find_segments(model, results); });
  pieces.run([&] { findings.correlations = achieved_correlations(model, results.manifest); });
  pieces.run([&] { findings.worlds = find_worlds(model, results); });
  pieces.run([&] { findings.typical_trials = typical_trials(results); });
  pieces.run([&] { findings.by_step = cash_flow(net, kept, results.manifest.replicates, 1); });
  pieces.run([&] {
    const auto steps_per_year = static_cast<std::size_t>(model.time.steps_per_year);
    findings.by_year = cash_flow(net, kept, results.manifest.replicates, steps_per_year);
  });
  pieces.wait();
  findings.manifest = results.manifest;
  findings.flow_percentile_trials = kept.trials;
  findings.flow_lines = flow_lines_of(results, {});
  findings.clamps = results.clamps;
  findings.share_of_checked_formulas = share_of_checked_formulas(model.streams);
  return findings;
}

}  // namespace wayworth::engine
