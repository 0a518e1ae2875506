#include "reports/json_parts.hpp"

#include <fmt/format.h>

#include "engine/random/stream.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

Json to_json(const engine::Estimate& estimate) {
  return {{"value", estimate.value}, {"standard_error", estimate.standard_error}};
}

Json to_json(const engine::Summary& summary) {
  Json json = {{"trials", summary.count}, {"undefined", summary.undefined}, {"never", summary.never}};
  json["mean"] = to_json(summary.mean);
  json["standard_deviation"] = to_json(summary.standard_deviation);
  json["minimum"] = to_json(summary.minimum);
  json["maximum"] = to_json(summary.maximum);
  for (const double p : engine::summary_probabilities) {
    json[fmt::format("p{:.0f}", 100 * p)] = to_json(quantile(summary, p));
  }
  json["cvar5"] = to_json(summary.cvar);
  json["probability_of_loss"] = to_json(summary.probability_of_loss);
  if (const auto& interval = summary.probability_of_loss_interval) {
    json["probability_of_loss"]["low"] = interval->low;
    json["probability_of_loss"]["high"] = interval->high;
  }
  return json;
}

Json to_json(const engine::Figures& figures) {
  Json json;
  for (const engine::Measure measure : engine::all_measures()) {
    json[std::string(engine::traits_of(measure).key)] = to_json(figures[measure]);
  }
  json["roi_of_means"] = to_json(figures.roi_of_means);
  json["benefit_cost_ratio_of_means"] = to_json(figures.benefit_cost_ratio_of_means);
  return json;
}

Json case_json(const engine::Model& model) {
  return {{"name", model.name},
          {"client", model.client},
          {"currency", model.currency},
          {"start", start_of(model.time)},
          {"steps", model.time.steps},
          {"steps_per_year", model.time.steps_per_year},
          {"discount_rates", model.discounting.rates.by_year()},
          {"discounting", name_of(model.discounting.timing)}};
}

Json distribution_json(const engine::OutcomeDistribution& distribution) {
  const engine::Histogram& histogram = distribution.histogram;
  return {{"low", histogram.low},     {"width", histogram.width}, {"counts", histogram.counts},
          {"below", histogram.below}, {"above", histogram.above}, {"percentiles", distribution.percentiles}};
}

std::string hexadecimal(std::uint64_t value) {
  return fmt::format("{:016x}", value);
}

Json manifest_json(const engine::Manifest& manifest) {
  Json json = {{"version", manifest.version},
               {"scenario_hash", hexadecimal(manifest.scenario_hash)},
               {"seed", manifest.seed},
               {"trials", manifest.trials},
               {"trials_requested", manifest.trials_requested},
               {"kept_trials", manifest.kept_trials ? Json(*manifest.kept_trials) : Json()},
               {"sampling", name_of(manifest.sampling)},
               {"replicates", manifest.replicates}};
  json["point"] = manifest.point ? Json(name_of(*manifest.point)) : Json();
  return json;
}

std::string text_of_file(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string checksum_of(const Json& document) {
  return hexadecimal(engine::stream_id(document.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

}  // namespace wayworth::reports
