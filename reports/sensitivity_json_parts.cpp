#include "reports/sensitivity_json_parts.hpp"

#include "reports/break_even_json.hpp"

namespace wayworth::reports {

namespace {

using engine::Model;

const std::string& path_of(const Model& model, engine::InputId input) {
  return model.inputs[index_of(input)].path;
}

Json choices_json(const Model& model, const engine::DecisionValue& decision) {
  Json json = Json::array();
  const engine::PerfectInformation& perfect = decision.perfect;
  for (std::size_t i = 0; i < perfect.means.size(); ++i) {
    std::string name = "nothing";
    if (i + 1 < perfect.means.size()) {
      name = decision.initiative ? get(model, *decision.initiative).key : model.options[i].key;
    }
    json.push_back({{"choice", name},
                    {"mean", to_json(perfect.means[i])},
                    {"share_best", perfect.share_best[i]},
                    {"expected_regret", perfect.expected_regret[i]}});
  }
  return json;
}

}  // namespace

Json from_trials_json(const Model& model, const engine::TrialSensitivity& found) {
  Json inputs = Json::array();
  for (const engine::InputSensitivity& one : found.inputs) {
    inputs.push_back({{"input", path_of(model, one.input)},
                      {"rank", one.rank},
                      {"mean_where_lowest", to_json(one.change.first)},
                      {"mean_where_highest", to_json(one.change.last)},
                      {"lowest_mean", to_json(one.change.lowest)},
                      {"highest_mean", to_json(one.change.highest)},
                      {"first_order_share", to_json(one.first_order)},
                      {"spearman", to_json(one.spearman)},
                      {"src", to_json(one.standardised)},
                      {"srrc", to_json(one.standardised_rank)},
                      {"pcc", to_json(one.partial)},
                      {"prcc", to_json(one.partial_rank)}});
  }
  return {{"r_squared", found.r_squared}, {"rank_r_squared", found.rank_r_squared}, {"inputs", std::move(inputs)}};
}

Json decision_json(const Model& model, const engine::DecisionValue& decision) {
  Json inputs = Json::array();
  for (const auto& [input, worth] : decision.inputs) {
    inputs.push_back({{"input", path_of(model, input)},
                      {"evppi", to_json(worth.value)},
                      {"noise_floor", worth.noise_floor},
                      {"is_noise", worth.is_noise()}});
  }
  return {{"initiative", decision.initiative ? Json(get(model, *decision.initiative).key) : Json()},
          {"choices", choices_json(model, decision)},
          {"best", decision.perfect.best},
          {"evpi", to_json(decision.perfect.value)},
          {"inputs", std::move(inputs)}};
}

Json run_sensitivity_json(const Model& model, const engine::RunSensitivity& found) {
  Json from_trials = from_trials_json(model, found.from_trials);
  for (std::size_t i = 0; i < found.outer_tenths.size(); ++i) {
    from_trials["inputs"][i]["lowest_tenth_up_to"] = found.outer_tenths[i].low;
    from_trials["inputs"][i]["highest_tenth_from"] = found.outer_tenths[i].high;
  }
  return {{"from_trials", std::move(from_trials)},
          {"choice", decision_json(model, found.choice)},
          {"break_even",
           break_even_json(model, {found.break_even_trials, found.targets, found.headroom, found.break_evens})}};
}

}  // namespace wayworth::reports
