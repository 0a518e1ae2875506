#include "reports/read_sensitivity.hpp"

#include "reports/break_even_json.hpp"
#include "reports/read_json_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

engine::InputId input_of(const Json& json, const Model& model) {
  return place_of<engine::InputId>(json.at("input"), model.inputs, &engine::Input::path);
}

engine::InputSensitivity read_input(const Json& json, const Model& model) {
  engine::InputSensitivity read;
  read.input = input_of(json, model);
  read.rank = json.at("rank");
  read.change.first = read_estimate_or_nan(json.at("mean_where_lowest"));
  read.change.last = read_estimate_or_nan(json.at("mean_where_highest"));
  read.change.lowest = read_estimate_or_nan(json.at("lowest_mean"));
  read.change.highest = read_estimate_or_nan(json.at("highest_mean"));
  read.first_order = read_estimate_or_nan(json.at("first_order_share"));
  read.spearman = read_estimate_or_nan(json.at("spearman"));
  read.standardised = read_estimate_or_nan(json.at("src"));
  read.standardised_rank = read_estimate_or_nan(json.at("srrc"));
  read.partial = read_estimate_or_nan(json.at("pcc"));
  read.partial_rank = read_estimate_or_nan(json.at("prcc"));
  return read;
}

engine::InitiativeId initiative_of(const Json& key, const Model& model) {
  return place_of<engine::InitiativeId>(key, model.initiatives, &engine::Initiative::key);
}

engine::PartialInformation read_worth(const Json& json) {
  return {read_estimate(json.at("value")), json.at("noise_floor")};
}

engine::DecisionValue read_decision(const Json& json, const Model& model) {
  engine::DecisionValue read;
  if (!json.at("initiative").is_null()) read.initiative = initiative_of(json.at("initiative"), model);
  read.perfect.best = json.at("best");
  read.perfect.value = read_estimate(json.at("evpi"));
  for (const Json& choice : json.at("choices")) {
    read.perfect.means.push_back(read_estimate(choice.at("mean")));
    read.perfect.share_best.push_back(choice.at("share_best"));
    read.perfect.expected_regret.push_back(choice.at("expected_regret"));
  }
  for (const Json& one : json.at("inputs")) {
    read.inputs.push_back({input_of(one, model), {read_estimate(one.at("evppi")), one.at("noise_floor")}});
  }
  return read;
}

engine::TrialSensitivity read_from_trials(const Json& json, const Model& model) {
  engine::TrialSensitivity read;
  read.r_squared = read_number_or_nan(json.at("r_squared"));
  read.rank_r_squared = read_number_or_nan(json.at("rank_r_squared"));
  for (const Json& one : json.at("inputs")) read.inputs.push_back(read_input(one, model));
  return read;
}

std::vector<engine::OneAtATime> read_one_at_a_time(const Json& json, const Model& model) {
  std::vector<engine::OneAtATime> all;
  for (const Json& one : json) {
    all.push_back({input_of(one, model),
                   one.at("low_value"),
                   one.at("high_value"),
                   read_estimate(one.at("npv_at_low")),
                   read_estimate(one.at("npv_at_high")),
                   read_estimate(one.at("difference")),
                   {}});
    if (!one.contains("by_world")) continue;
    for (const Json& world : one.at("by_world")) all.back().by_world.push_back(read_estimate(world.at("npv")));
  }
  return all;
}

std::vector<engine::Estimate> read_means(const Json& json) {
  std::vector<engine::Estimate> means;
  for (const Json& mean : json) means.push_back(read_estimate(mean));
  return means;
}

std::vector<double> numbers_in(const Json& json) {
  return json.get<std::vector<double>>();
}

engine::TwoWayTable read_table(const Json& json, const Model& model) {
  const auto input = [&](const char* side) {
    return place_of<engine::InputId>(json.at(side), model.inputs, &engine::Input::path);
  };
  engine::TwoWayTable read{
      input("rows"), input("columns"), numbers_in(json.at("row_values")), numbers_in(json.at("column_values")), {}};
  for (const Json& row : json.at("means")) read.means.push_back(read_means(row));
  return read;
}

engine::TailProfile read_tail(const Json& json, const Model& model) {
  engine::TailProfile read{json.at("share"), json.at("trials"), read_estimate(json.at("npv")), {}};
  for (const Json& one : json.at("inputs")) {
    read.inputs.push_back({input_of(one, model),
                           one.at("mean"),
                           read_estimate(one.at("mean_in_tail")),
                           read_estimate(one.at("percentile_in_tail")),
                           {}});
    if (!one.contains("by_world")) continue;
    for (const Json& world : one.at("by_world")) {
      read.inputs.back().by_world.push_back({world.at("share"), world.at("share_in_tail")});
    }
  }
  return read;
}

engine::Convergence read_convergence(const Json& json) {
  engine::Convergence read;
  for (const Json& step : json.at("steps")) read.steps.push_back({step.at("trials"), read_summary(step.at("npv"))});
  read.other_seed = json.at("other_seed");
  read.with_other_seed = read_summary(json.at("with_other_seed"));
  return read;
}

engine::InputGroup read_group(const Json& json, const Model& model) {
  engine::InputGroup read{json.at("group"), {}};
  for (const Json& path : json.at("inputs")) {
    read.inputs.push_back(place_of<engine::InputId>(path, model.inputs, &engine::Input::path));
  }
  return read;
}

engine::DecisionFlip read_flip(const Json& json, std::size_t best, const Model& model) {
  engine::DecisionFlip read{best, json.at("to"), {}};
  read.flip.distance = read_optional_number(json.at("distance"));
  read.flip.probability = read_optional_number(json.at("probability")).value_or(0.0);
  for (const Json& one : json.at("changes")) {
    read.flip.changes.push_back({input_of(one, model), one.at("value"), one.at("percentile")});
  }
  return read;
}

void read_decisions(const Json& json, const Model& model, engine::Sensitivity& read) {
  for (const Json& one : json) {
    engine::DecisionValue& decision = read.decisions.emplace_back(read_decision(one, model));
    for (const Json& group : one.at("groups")) {
      decision.groups.push_back({read_group(group, model), read_worth(group.at("evppi"))});
    }
    for (const Json& pilot : one.at("pilots")) {
      decision.pilots.push_back({read_worth(pilot.at("evsi")), read_worth(pilot.at("evppi"))});
    }
    read.flips.push_back(read_flip(one.at("flip"), decision.perfect.best, model));
  }
}

std::vector<engine::VarianceShare> read_shares(const Json& json, const Model& model) {
  std::vector<engine::VarianceShare> all;
  for (const Json& one : json) {
    all.push_back(
        {read_group(one, model), {read_estimate_or_nan(one.at("first_order")), read_estimate_or_nan(one.at("total"))}});
  }
  return all;
}

}  // namespace

engine::RunSensitivity read_run_sensitivity(const Json& json, const Model& model) {
  const Json& trials = json.at("from_trials");
  engine::RunSensitivity read;
  read.from_trials = read_from_trials(trials, model);
  read.choice = read_decision(json.at("choice"), model);
  for (const Json& one : trials.at("inputs")) {
    read.outer_tenths.push_back({one.at("lowest_tenth_up_to"), one.at("highest_tenth_from")});
  }
  ProgrammeBreakEvens break_even = read_break_even(json.at("break_even"), model);
  read.targets = std::move(break_even.targets);
  read.headroom = std::move(break_even.headroom);
  read.break_evens = std::move(break_even.figures);
  read.break_even_trials = break_even.trials;
  return read;
}

engine::Sensitivity read_sensitivity(const Json& json, const Model& model) {
  engine::Sensitivity read;
  read.manifest = read_manifest(json.at("manifest"));
  read.npv = read_estimate(json.at("npv").at("mean"));
  read.standard_deviation = json.at("npv").at("standard_deviation");
  read.from_trials = read_from_trials(json.at("from_trials"), model);
  for (const Json& one : json.at("correlated_groups")) {
    read.correlated_shares.push_back({read_group(one, model), read_estimate_or_nan(one.at("share"))});
  }
  read.convergence = read_convergence(json.at("convergence"));
  read.one_at_a_time_trials = json.at("one_at_a_time_trials");
  read.one_at_a_time = read_one_at_a_time(json.at("one_at_a_time"), model);
  for (const Json& line : json.at("spider")) {
    read.spider.push_back({input_of(line, model), numbers_in(line.at("values")), read_means(line.at("means"))});
  }
  for (const Json& table : json.at("two_way_tables")) read.tables.push_back(read_table(table, model));
  ProgrammeBreakEvens break_even = read_break_even(json.at("break_even"), model);
  read.targets = std::move(break_even.targets);
  read.headroom = std::move(break_even.headroom);
  read.break_evens = std::move(break_even.figures);
  read.break_even_trials = break_even.trials;
  read.initiative_break_evens =
      read_initiative_break_evens(json.at("break_even").at("by_initiative"), model, read.targets.size());
  read.tail = read_tail(json.at("worst_trials"), model);
  read.group_trials = json.at("group_trials");
  for (const Json& pilot : json.at("pilots")) {
    read.pilots.push_back(
        {input_of(pilot, model), pilot.at("observations"), read_optional_number(pilot.at("observation_sd"))});
  }
  read_decisions(json.at("decisions"), model, read);
  for (const Json& one : json.at("worth_to_roadmap")) {
    read.worth_to_roadmap.push_back({input_of(one, model), {read_estimate(one.at("evppi")), 0.0}});
  }
  const Json& shares = json.at("variance_shares");
  read.by_kind = read_shares(shares.at("by_kind"), model);
  read.by_subject = read_shares(shares.at("by_subject"), model);
  read.by_input = read_shares(shares.at("by_input"), model);
  return read;
}

}  // namespace wayworth::reports
