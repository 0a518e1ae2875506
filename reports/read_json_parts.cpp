#include "reports/read_json_parts.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <string>

#include "reports/json_returns.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::Summary;

double number_or(const Json& json, double otherwise) {
  return json.is_null() ? otherwise : json.get<double>();
}

/// The value that is called so.
template <class Value, class Name>
Value named(const Json& json, std::initializer_list<Value> values, Name name) {
  for (const Value value : values) {
    if (json == std::string(name(value))) return value;
  }
  throw Json::other_error::create(501, json.dump() + " is not known", &json);
}

std::optional<engine::ReturnPercentiles> read_percentiles(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return engine::ReturnPercentiles{read_estimate(json.at("p10")), read_estimate(json.at("p50")),
                                   read_estimate(json.at("p90"))};
}

}  // namespace

std::uint64_t read_hexadecimal(const Json& json) {
  const auto text = json.get<std::string>();
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

double read_number_or_infinity(const Json& json) {
  return number_or(json, std::numeric_limits<double>::infinity());
}

Estimate read_estimate(const Json& json) {
  return {read_number_or_infinity(json.at("value")), read_number_or_infinity(json.at("standard_error"))};
}

double read_number_or_nan(const Json& json) {
  return number_or(json, std::numeric_limits<double>::quiet_NaN());
}

Estimate read_estimate_or_nan(const Json& json) {
  return {read_number_or_nan(json.at("value")), read_number_or_infinity(json.at("standard_error"))};
}

std::optional<Estimate> read_optional_estimate(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(read_estimate(json));
}

std::optional<double> read_optional_number(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

Summary read_summary(const Json& json) {
  Summary read;
  read.count = json.at("trials");
  read.undefined = json.at("undefined");
  read.never = json.at("never");
  read.mean = read_optional_estimate(json.at("mean"));
  read.standard_deviation = read_optional_number(json.at("standard_deviation"));
  read.cvar = read_optional_estimate(json.at("cvar5"));
  if (read.undefined < read.count) {
    read.minimum = read_number_or_infinity(json.at("minimum"));
    read.maximum = read_number_or_infinity(json.at("maximum"));
  }
  if (!json.at("p50").is_null()) {
    read.quantiles.emplace();
    for (std::size_t i = 0; i < engine::summary_probabilities.size(); ++i) {
      (*read.quantiles)[i] = read_estimate(json.at(fmt::format("p{:.0f}", 100 * engine::summary_probabilities[i])));
    }
  }
  const Json& loss = json.at("probability_of_loss");
  read.probability_of_loss = read_optional_estimate(loss);
  if (loss.is_object() && loss.contains("low")) read.probability_of_loss_interval = {loss.at("low"), loss.at("high")};
  return read;
}

engine::Figures read_figures(const Json& json) {
  engine::Figures read;
  for (const engine::Measure measure : engine::all_measures()) {
    read.by_measure[static_cast<std::size_t>(measure)] =
        read_summary(json.at(std::string(engine::traits_of(measure).key)));
  }
  read.roi_of_means = read_optional_estimate(json.at("roi_of_means"));
  read.benefit_cost_ratio_of_means = read_optional_estimate(json.at("benefit_cost_ratio_of_means"));
  return read;
}

engine::OutcomeDistribution read_distribution(const Json& json) {
  engine::OutcomeDistribution read;
  read.histogram = {json.at("low"), json.at("width"), json.at("counts").get<std::vector<std::uint64_t>>(),
                    json.at("below"), json.at("above")};
  read.percentiles = json.at("percentiles").get<std::vector<double>>();
  return read;
}

engine::ReturnOfFlow read_return_of_flow(const Json& json) {
  using engine::InternalRateStatus;
  engine::ReturnOfFlow read;
  read.status = named(json.at("irr_status"),
                      {InternalRateStatus::ok, InternalRateStatus::no_sign_change, InternalRateStatus::none,
                       InternalRateStatus::multiple},
                      [](InternalRateStatus one) { return key_of(one); });
  read.rates = json.at("irr_candidates").get<std::vector<double>>();
  read.internal = read_optional_estimate(json.at("irr"));
  read.modified = read_optional_estimate(json.at("mirr"));
  return read;
}

engine::ProgrammeReturns read_returns(const Json& json) {
  const Json& trials = json.at("of_trials");
  engine::ProgrammeReturns read{read_return_of_flow(json.at("of_mean_flow")), {}};
  read.of_trials.trials = trials.at("trials");
  for (std::size_t i = 0; i < engine::internal_rate_status_count; ++i) {
    read.of_trials.internal_by_status[i] =
        trials.at("irr_by_status").at(key_of(static_cast<engine::InternalRateStatus>(i)));
  }
  read.of_trials.internal = read_percentiles(trials.at("irr"));
  read.of_trials.modified = read_percentiles(trials.at("mirr"));
  read.of_trials.without_modified = trials.at("mirr_undefined");
  return read;
}

engine::Manifest read_manifest(const Json& json) {
  using engine::Point;
  using engine::Sampling;
  engine::Manifest read;
  read.version = json.at("version");
  read.scenario_hash = read_hexadecimal(json.at("scenario_hash"));
  read.seed = json.at("seed");
  read.trials = json.at("trials");
  read.trials_requested = json.at("trials_requested");
  if (!json.at("kept_trials").is_null()) read.kept_trials = json.at("kept_trials").get<std::uint64_t>();
  read.sampling = named(json.at("sampling"), {Sampling::sobol, Sampling::latin_hypercube, Sampling::random},
                        [](Sampling one) { return name_of(one); });
  read.replicates = json.at("replicates");
  if (!json.at("point").is_null()) {
    read.point =
        named(json.at("point"), {Point::mode, Point::median, Point::mean}, [](Point one) { return name_of(one); });
  }
  return read;
}

}  // namespace wayworth::reports
