#include "reports/json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/json_parts.hpp"
#include "reports/json_returns.hpp"
#include "reports/over_time_json.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;

Json measures_json(const Model& model) {
  Json json;
  for (const Measure measure : engine::all_measures()) {
    const engine::MeasureTraits& traits = engine::traits_of(measure);
    json[std::string(traits.key)] = {{"name", traits.name}, {"unit", unit_of(measure, model.currency)}};
  }
  return json;
}

Json options_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    const engine::Option& option = model.options[i];
    Json starts = Json::object();
    for (std::size_t j = 0; j < option.starts.size(); ++j) {
      if (option.starts[j]) starts[model.initiatives[j].key] = *option.starts[j];
    }
    json.push_back({{"key", option.key},
                    {"name", option.name},
                    {"starts", std::move(starts)},
                    {"programme", to_json(findings.options[i])},
                    {"returns", returns_json(findings.returns[i])},
                    {"npv_distribution", distribution_json(findings.npv_distributions[i])},
                    {"cash_npv_distribution", distribution_json(findings.cash_npv_distributions[i])}});
  }
  return json;
}

Json initiatives_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (const engine::InitiativeFindings& one : findings.initiatives) {
    const engine::Initiative& initiative = engine::get(model, one.initiative);
    json.push_back({{"key", initiative.key},
                    {"name", initiative.name},
                    {"planned_start", one.planned_start},
                    {"phase", one.phase ? Json(model.phases[*one.phase].name) : Json()},
                    {"alone", to_json(one.alone)},
                    {"npv_as_last", to_json(one.npv_as_last)},
                    {"returns", returns_json(one.returns)},
                    {"npv_distribution", distribution_json(one.npv_distribution)}});
  }
  return json;
}

Json ranking_json(const Model& model, const std::vector<engine::RankedInitiative>& ranking) {
  Json json = Json::array();
  for (const engine::RankedInitiative& ranked : ranking) {
    json.push_back({{"initiative", engine::get(model, ranked.initiative).key},
                    {"mean", to_json(ranked.value)},
                    {"share_first", to_json(ranked.placed[0])},
                    {"share_second", to_json(ranked.placed[1])},
                    {"share_third", to_json(ranked.placed[2])}});
  }
  return json;
}

Json contributions_json(const Model& model, const Findings& findings) {
  Json initiatives = Json::array();
  for (const engine::Contribution& contribution : findings.contributions) {
    initiatives.push_back({{"initiative", engine::get(model, contribution.initiative).key},
                           {"in_order", to_json(contribution.in_order)},
                           {"share", to_json(contribution.share)}});
  }
  const std::size_t pairs = findings.manifest.order_pairs;
  return {{"order_pairs", pairs == 0 ? Json() : Json(pairs)}, {"initiatives", std::move(initiatives)}};
}

Json phases_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (const engine::PhaseFindings& phase : findings.phases) {
    Json members = Json::array();
    for (const engine::InitiativeId member : phase.members) members.push_back(engine::get(model, member).key);
    json.push_back({{"name", model.phases[phase.phase].name},
                    {"from", model.phases[phase.phase].from},
                    {"to", model.phases[phase.phase].to},
                    {"members", std::move(members)},
                    {"one_off_costs", to_json(phase.one_off_costs)},
                    {"budget", to_json(phase.budget)},
                    {"probability_within_budget", to_json(phase.probability_within_budget)}});
  }
  return json;
}

Json comparisons_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (const engine::OptionComparison& comparison : findings.comparisons) {
    json.push_back({{"first", model.options[comparison.first].key},
                    {"second", model.options[comparison.second].key},
                    {"probability_first_is_better", to_json(comparison.probability_first_is_better)},
                    {"mean_gain_of_first", to_json(comparison.mean_gain_of_first)}});
  }
  return json;
}

Json points_json(const std::vector<engine::FlowPoint>& points) {
  Json json = Json::array();
  for (const engine::FlowPoint& point : points) {
    json.push_back({{"mean", to_json(point.mean)},
                    {"p5", point.p5},
                    {"p10", point.p10},
                    {"p25", point.p25},
                    {"p50", point.p50},
                    {"p75", point.p75},
                    {"p90", point.p90},
                    {"p95", point.p95}});
  }
  return json;
}

Json cash_flow_json(const Findings& findings) {
  Json lines = Json::object();
  for (const engine::FlowSeries& series : findings.flow_lines) {
    Json means = Json::array();
    for (const engine::Moments& step : series.steps) means.push_back(step.mean());
    lines[std::string(engine::key_of(series.line))] = std::move(means);
  }
  const auto flow = [](const engine::CashFlow& cash) {
    return Json{{"net", points_json(cash.net)}, {"cumulative", points_json(cash.cumulative)}};
  };
  return {{"percentile_trials", findings.flow_percentile_trials},
          {"mean_lines_by_step", std::move(lines)},
          {"by_step", flow(findings.by_step)},
          {"by_year", flow(findings.by_year)}};
}

Json warnings_json(const Findings& findings) {
  Json json = Json::array();
  for (const engine::Warning& warning : findings.warnings) {
    json.push_back({{"rule", warning.rule},
                    {"path", warning.at},
                    {"message", warning.what},
                    {"remedy", warning.remedy},
                    {"npv_at_stake", warning.npv_at_stake ? to_json(*warning.npv_at_stake) : Json()},
                    {"accepted_because", warning.accepted_because.empty() ? Json() : Json(warning.accepted_because)}});
  }
  return json;
}

Json clamps_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (const engine::ClampCount& clamp : findings.clamps) {
    json.push_back({{"driver", model.drivers[engine::index_of(clamp.driver)].key},
                    {"share_of_trial_steps", clamp.share_of_trial_steps}});
  }
  return json;
}

Json pair_json(const Model& model, const engine::RankCorrelation& pair) {
  return {{"first", model.inputs[engine::index_of(pair.first)].path},
          {"second", model.inputs[engine::index_of(pair.second)].path},
          {"stated", pair.stated},
          {"used", pair.used}};
}

Json correlations_json(const Model& model, const Findings& findings) {
  constexpr std::size_t most_moved = 5;
  Json groups = Json::array();
  for (const engine::CorrelationGroup& group : model.correlations) {
    Json inputs = Json::array();
    for (const engine::InputId id : group.inputs) inputs.push_back(model.inputs[engine::index_of(id)].path);
    Json repair;
    if (const auto distance = group.dependence.repair_distance) {
      const std::vector<engine::RankCorrelation> moved = engine::moved_pairs(group);
      repair = {{"distance", *distance}, {"moved_most", Json::array()}};
      for (std::size_t i = 0; i < std::min(most_moved, moved.size()); ++i) {
        repair["moved_most"].push_back(pair_json(model, moved[i]));
      }
    }
    groups.push_back({{"inputs", std::move(inputs)}, {"repair", std::move(repair)}});
  }
  Json pairs = Json::array();
  for (const engine::AchievedCorrelation& one : findings.correlations.pairs) {
    Json pair = pair_json(model, one.pair);
    pair["achieved"] = one.achieved;
    pair["is_off"] = one.is_off;
    pairs.push_back(std::move(pair));
  }
  return {{"groups", std::move(groups)},
          {"trials", findings.correlations.trials},
          {"stated_pairs", findings.correlations.stated_pairs},
          {"pairs", std::move(pairs)}};
}

Json worlds_json(const Model& model, const Findings& findings) {
  Json json = Json::array();
  for (const engine::WorldFindings& found : findings.worlds) {
    const engine::World& world = model.worlds->list[found.world];
    Json npv = Json::object();
    for (std::size_t i = 0; i < found.npv.size(); ++i) npv[model.options[i].key] = to_json(found.npv[i]);
    json.push_back({{"key", world.key},
                    {"name", world.name},
                    {"probability", world.probability},
                    {"trials", found.trials},
                    {"npv", std::move(npv)},
                    {"best_option", found.npv.empty() ? Json() : Json(model.options[found.best].key)}});
  }
  return json;
}

}  // namespace

Json findings_json(const Model& model, const Findings& findings) {
  Json json;
  json["format"] = "wayworth-findings";
  json["format_version"] = findings_format_version;
  json["manifest"] = manifest_json(findings.manifest);
  json["case"] = case_json(model);
  json["measures"] = measures_json(model);
  json["options"] = options_json(model, findings);
  json["comparisons"] = comparisons_json(model, findings);
  json["initiatives"] = initiatives_json(model, findings);
  json["ranking"] = {{"by_npv", ranking_json(model, findings.by_npv)},
                     {"by_npv_per_one_off", ranking_json(model, findings.by_npv_per_one_off)},
                     {"place_shares_by_npv", findings.place_shares}};
  json["segments"] = Json::array();
  for (const engine::SegmentFindings& segment : findings.segments) {
    Json one = {{"key", model.segments[segment.segment].key}, {"name", model.segments[segment.segment].name}};
    for (std::size_t i = 0; i < engine::segment_figure_count; ++i) {
      const std::optional<engine::Summary>& summary = segment.by_figure[i];
      one[std::string(engine::key_of(static_cast<engine::SegmentFigure>(i)))] = summary ? to_json(*summary) : Json();
    }
    json["segments"].push_back(std::move(one));
  }
  json["bridge"] = {{"sum_alone", to_json(findings.bridge.sum_alone)},
                    {"overlap", to_json(findings.bridge.overlap)},
                    {"programme", to_json(findings.bridge.programme)}};
  json["contributions"] = contributions_json(model, findings);
  json["phases"] = phases_json(model, findings);
  json["cash_flow"] = cash_flow_json(findings);
  json["over_time"] = over_time_json(model, findings);
  json["worlds"] = worlds_json(model, findings);
  json["clamps"] = clamps_json(model, findings);
  json["correlations"] = correlations_json(model, findings);
  json["warnings"] = warnings_json(findings);
  json["typical_trials"] = Json::array();
  for (const engine::TypicalTrial& one : findings.typical_trials) {
    json["typical_trials"].push_back({{"trial", one.trial + 1}, {"npv_at", to_json(one.probability)}});
  }
  json["share_of_checked_formulas"] = findings.share_of_checked_formulas;
  return json;
}

std::string to_json(const Model& model, const Findings& findings) {
  return text_of_file(findings_json(model, findings));
}

}  // namespace wayworth::reports
