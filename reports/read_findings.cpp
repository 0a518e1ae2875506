#include "reports/read_findings.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reports/read_json_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::InitiativeId;
using engine::InputId;
using engine::Model;

InitiativeId initiative_named(const Json& key, const Model& model) {
  return place_of<InitiativeId>(key, model.initiatives, &engine::Initiative::key);
}

std::size_t option_named(const Json& key, const Model& model) {
  return place_of<std::size_t>(key, model.options, &engine::Option::key);
}

InputId input_named(const Json& path, const Model& model) {
  return place_of<InputId>(path, model.inputs, &engine::Input::path);
}

std::size_t phase_named(const Json& name, const Model& model) {
  return place_of<std::size_t>(name, model.phases, &engine::Phase::name);
}

void read_options(const Json& json, const Model& model, Findings& found) {
  for (const Json& one : json.at("options")) {
    found.options.push_back(read_figures(one.at("programme")));
    found.npv_distributions.push_back(read_distribution(one.at("npv_distribution")));
    found.cash_npv_distributions.push_back(read_distribution(one.at("cash_npv_distribution")));
    found.returns.push_back(read_returns(one.at("returns")));
  }
  for (const Json& one : json.at("comparisons")) {
    found.comparisons.push_back({option_named(one.at("first"), model), option_named(one.at("second"), model),
                                 read_estimate(one.at("probability_first_is_better")),
                                 read_estimate(one.at("mean_gain_of_first"))});
  }
}

engine::InitiativeFindings read_initiative(const Json& json, const Model& model) {
  engine::InitiativeFindings read;
  read.initiative = initiative_named(json.at("key"), model);
  read.planned_start = json.at("planned_start");
  if (!json.at("phase").is_null()) read.phase = phase_named(json.at("phase"), model);
  read.alone = read_figures(json.at("alone"));
  read.npv_as_last = read_summary(json.at("npv_as_last"));
  read.returns = read_return_of_flow(json.at("returns"));
  read.npv_distribution = read_distribution(json.at("npv_distribution"));
  return read;
}

std::vector<engine::RankedInitiative> read_ranking(const Json& json, const Model& model) {
  std::vector<engine::RankedInitiative> ranking;
  for (const Json& one : json) {
    ranking.push_back({initiative_named(one.at("initiative"), model),
                       read_estimate(one.at("mean")),
                       {read_estimate(one.at("share_first")), read_estimate(one.at("share_second")),
                        read_estimate(one.at("share_third"))}});
  }
  return ranking;
}

void read_initiatives(const Json& json, const Model& model, Findings& found) {
  for (const Json& one : json.at("initiatives")) found.initiatives.push_back(read_initiative(one, model));
  const Json& ranking = json.at("ranking");
  found.by_npv = read_ranking(ranking.at("by_npv"), model);
  found.by_npv_per_one_off = read_ranking(ranking.at("by_npv_per_one_off"), model);
  found.place_shares = ranking.at("place_shares_by_npv").get<std::vector<std::vector<double>>>();
  const Json& bridge = json.at("bridge");
  found.bridge = {read_estimate(bridge.at("sum_alone")), read_estimate(bridge.at("overlap")),
                  read_estimate(bridge.at("programme"))};
  for (const Json& one : json.at("contributions").at("initiatives")) {
    found.contributions.push_back({initiative_named(one.at("initiative"), model), read_estimate(one.at("in_order")),
                                   read_optional_estimate(one.at("share"))});
  }
}

engine::PhaseFindings read_phase(const Json& json, const Model& model) {
  engine::PhaseFindings read;
  read.phase = phase_named(json.at("name"), model);
  for (const Json& member : json.at("members")) read.members.push_back(initiative_named(member, model));
  read.one_off_costs = read_summary(json.at("one_off_costs"));
  read.budget = read_optional_number(json.at("budget"));
  read.probability_within_budget = read_optional_estimate(json.at("probability_within_budget"));
  return read;
}

engine::SegmentFindings read_segment(const Json& json, const Model& model) {
  engine::SegmentFindings read{place_of<std::size_t>(json.at("key"), model.segments, &engine::Segment::key), {}};
  for (std::size_t i = 0; i < engine::segment_figure_count; ++i) {
    const Json& one = json.at(std::string(engine::key_of(static_cast<engine::SegmentFigure>(i))));
    if (!one.is_null()) read.by_figure[i] = read_summary(one);
  }
  return read;
}

std::vector<engine::FlowPoint> read_points(const Json& json) {
  std::vector<engine::FlowPoint> points;
  for (const Json& one : json) {
    points.push_back({read_estimate(one.at("mean")), one.at("p5"), one.at("p10"), one.at("p25"), one.at("p50"),
                      one.at("p75"), one.at("p90"), one.at("p95")});
  }
  return points;
}

engine::CashFlow read_flow(const Json& json) {
  return {read_points(json.at("net")), read_points(json.at("cumulative"))};
}

engine::FlowLine line_named(const std::string& key) {
  std::array<std::string_view, engine::flow_line_count> keys;
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = engine::key_of(static_cast<engine::FlowLine>(i));
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) throw Json::other_error::create(501, key + " is no line of a cash flow", nullptr);
  return static_cast<engine::FlowLine>(found - keys.begin());
}

/// In the order of the document. Of the lines of a cash flow only means are known.
std::vector<engine::FlowSeries> read_lines(const Json& json) {
  std::vector<engine::FlowSeries> lines;
  for (const auto& [key, means] : json.items()) {
    engine::FlowSeries& series = lines.emplace_back();
    series.line = line_named(key);
    for (const Json& mean : means) series.steps.emplace_back().add_repeated(mean.get<double>(), 1);
  }
  return lines;
}

void read_cash(const Json& json, Findings& found) {
  found.flow_percentile_trials = json.at("percentile_trials");
  found.by_step = read_flow(json.at("by_step"));
  found.by_year = read_flow(json.at("by_year"));
  found.flow_lines = read_lines(json.at("mean_lines_by_step"));
}

engine::WorldFindings read_world(const Json& json, const Model& model) {
  engine::WorldFindings read;
  const std::vector<engine::World> none;
  read.world = place_of<std::size_t>(json.at("key"), model.worlds ? model.worlds->list : none, &engine::World::key);
  read.trials = json.at("trials");
  for (const Json& npv : json.at("npv")) read.npv.push_back(read_summary(npv));
  if (!read.npv.empty()) read.best = option_named(json.at("best_option"), model);
  return read;
}

engine::AchievedCorrelations read_correlations(const Json& json, const Model& model) {
  engine::AchievedCorrelations read{{}, json.at("stated_pairs"), json.at("trials")};
  for (const Json& one : json.at("pairs")) {
    read.pairs.push_back(
        {{input_named(one.at("first"), model), input_named(one.at("second"), model), one.at("stated"), one.at("used")},
         read_number_or_nan(one.at("achieved")),
         one.at("is_off")});
  }
  return read;
}

engine::Warning read_warning(const Json& json) {
  const Json& reason = json.at("accepted_because");
  return {json.at("rule"),
          json.at("path"),
          json.at("message"),
          json.at("remedy"),
          read_optional_estimate(json.at("npv_at_stake")),
          reason.is_null() ? "" : reason.get<std::string>()};
}

}  // namespace

Findings read_findings(const Json& json, const Model& model) {
  Findings found;
  found.manifest = read_manifest(json.at("manifest"));
  const Json& order_pairs = json.at("contributions").at("order_pairs");
  if (!order_pairs.is_null()) found.manifest.order_pairs = order_pairs;
  read_options(json, model, found);
  read_initiatives(json, model, found);
  for (const Json& one : json.at("phases")) found.phases.push_back(read_phase(one, model));
  for (const Json& one : json.at("segments")) found.segments.push_back(read_segment(one, model));
  read_cash(json.at("cash_flow"), found);
  for (const Json& one : json.at("worlds")) found.worlds.push_back(read_world(one, model));
  for (const Json& one : json.at("clamps")) {
    found.clamps.push_back({place_of<engine::DriverId>(one.at("driver"), model.drivers, &engine::Driver::key),
                            one.at("share_of_trial_steps")});
  }
  found.correlations = read_correlations(json.at("correlations"), model);
  for (const Json& one : json.at("warnings")) found.warnings.push_back(read_warning(one));
  for (const Json& one : json.at("typical_trials")) {
    found.typical_trials.push_back({one.at("trial").get<std::uint64_t>() - 1, read_optional_number(one.at("npv_at"))});
  }
  found.share_of_checked_formulas = json.at("share_of_checked_formulas");
  return found;
}

}  // namespace wayworth::reports
