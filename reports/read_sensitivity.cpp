#include "reports/read_sensitivity.hpp"

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

engine::DecisionValue read_choice(const Json& json, const Model& model) {
  engine::DecisionValue read;
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

}  // namespace

engine::RunSensitivity read_run_sensitivity(const Json& json, const Model& model) {
  engine::RunSensitivity read;
  const Json& trials = json.at("from_trials");
  read.from_trials.r_squared = read_number_or_nan(trials.at("r_squared"));
  read.from_trials.rank_r_squared = read_number_or_nan(trials.at("rank_r_squared"));
  for (const Json& one : trials.at("inputs")) {
    read.from_trials.inputs.push_back(read_input(one, model));
    read.outer_tenths.push_back({one.at("lowest_tenth_up_to"), one.at("highest_tenth_from")});
  }
  read.choice = read_choice(json.at("choice"), model);
  return read;
}

}  // namespace wayworth::reports
