#include "engine/lint/case_probe.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/distributions/distribution.hpp"
#include "engine/distributions/quantile_function.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "engine/execute/reference_step.hpp"
#include "engine/random/latin_hypercube.hpp"
#include "engine/random/stream.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

namespace {

/// Enough to tell 40 % from 41 % at P90, and few enough to take no time.
constexpr std::size_t probe_trials = 512;

std::vector<ActiveInitiative> fully_adopted(std::span<const InitiativeId> initiatives) {
  std::vector<ActiveInitiative> active;
  for (const InitiativeId id : initiatives) active.push_back({id, 1.0});
  return active;
}

double value_of(ReferenceStep& step, const std::variant<DriverId, StreamId>& target) {
  if (const auto* const driver = std::get_if<DriverId>(&target)) return step.driver(*driver);
  return step.stream(std::get<StreamId>(target));
}

std::vector<double> drawn_values(const Input& input, std::size_t trials) {
  std::vector<double> values(trials);
  LatinHypercube({.seed = 1, .stream = stream_id(input.path)}, trials).fill(0, values);
  QuantileFunction(input.distribution)(values, values);
  return values;
}

}  // namespace

CaseProbe::CaseProbe(const Model& model)
    : model_(model), medians_(point_inputs(model, Point::median)), today_(model, medians_, 1) {}

double CaseProbe::today(const Expression& expression) {
  return today_.value_of(expression);
}

double CaseProbe::stream_today(StreamId id) {
  return today_.stream(id);
}

double CaseProbe::driver_with(std::span<const InitiativeId> initiatives, DriverId id) {
  return ReferenceStep(today_, fully_adopted(initiatives), {}).driver(id);
}

double CaseProbe::stream_with(InitiativeId initiative, StreamId id) {
  return ReferenceStep(today_, {{initiative, 1.0}}, {}).stream(id);
}

std::optional<double> CaseProbe::months_to_full_effect(InitiativeId initiative) {
  const std::optional<std::size_t> start = model_.options.front().starts[index_of(initiative)];
  if (!start) return std::nullopt;
  const Rollout& rollout = get(model_, initiative).rollout;
  return static_cast<double>(*start - 1) * months_per_step(model_.time) + today(rollout.duration) +
         today(rollout.delay) + today(rollout.ramp);
}

bool CaseProbe::has_a_full_year(InitiativeId initiative) {
  const double horizon = static_cast<double>(model_.time.steps) * months_per_step(model_.time);
  const std::optional<double> full = months_to_full_effect(initiative);
  return full && std::round(*full) + 12.0 <= horizon;
}

double CaseProbe::money_with(InitiativeId initiative, InputId input, double p) {
  std::vector<double> inputs = medians_;
  inputs[index_of(input)] = quantile(model_.inputs[index_of(input)].distribution, p);
  ReferenceStep today(model_, inputs, 1);
  ReferenceStep with(today, {{initiative, 1.0}}, {});
  double money = 0.0;
  for (std::size_t s = 0; s < model_.streams.size(); ++s) {
    const Stream& stream = model_.streams[s];
    const double size = with.stream(static_cast<StreamId>(s));
    if (stream.kind == StreamKind::revenue) money += size * with.value_of(stream.margin);
    if (stream.kind == StreamKind::cost) money -= size;
    if (stream.kind == StreamKind::fte) money -= size * with.value_of(stream.cost_per_fte);
  }
  return money;
}

double CaseProbe::reduction_p90(std::span<const InitiativeId> initiatives,
                                const std::variant<DriverId, StreamId>& target) {
  std::vector<InputId> drawn;
  for (const InitiativeId id : initiatives) {
    for (const Effect& effect : get(model_, id).effects) {
      if (effect.target != target) continue;
      const std::vector<InputId> inputs = inputs_drawn_in(effect.amount);
      drawn.insert(drawn.end(), inputs.begin(), inputs.end());
    }
  }
  const std::size_t trials = drawn.empty() ? 1 : probe_trials;
  std::vector<std::vector<double>> draws;
  for (const InputId id : drawn) draws.push_back(drawn_values(model_.inputs[index_of(id)], trials));
  std::vector<double> inputs = medians_;
  std::vector<double> reductions;
  for (std::size_t trial = 0; trial < trials; ++trial) {
    for (std::size_t k = 0; k < drawn.size(); ++k) inputs[index_of(drawn[k])] = draws[k][trial];
    ReferenceStep today(model_, inputs, 1);
    const double before = value_of(today, target);
    ReferenceStep with(today, fully_adopted(initiatives), {});
    reductions.push_back(before == 0.0 ? 0.0 : 1.0 - value_of(with, target) / before);
  }
  std::sort(reductions.begin(), reductions.end());
  return reductions[reductions.size() * 9 / 10];
}

bool CaseProbe::depends(DriverId id, DriverId on) {
  return reach_of(id).drivers[index_of(on)];
}

bool CaseProbe::depends(StreamId id, DriverId on) {
  return reach_of(id).drivers[index_of(on)];
}

bool CaseProbe::depends(StreamId id, StreamId on) {
  return reach_of(id).streams[index_of(on)];
}

bool CaseProbe::moves_money(DriverId id) {
  if (!of_any_stream_) {
    of_any_stream_ = nothing();
    for (std::size_t s = 0; s < model_.streams.size(); ++s) add_stream(static_cast<StreamId>(s), *of_any_stream_);
  }
  return of_any_stream_->drivers[index_of(id)];
}

bool CaseProbe::is_uncertain(const Expression& expression) {
  const auto draws = [](const Expression& one) { return !inputs_drawn_in(one).empty(); };
  if (draws(expression)) return true;
  Reach reach = nothing();
  add_named_in(expression, reach);
  for (std::size_t i = 0; i < model_.drivers.size(); ++i) {
    const Driver& driver = model_.drivers[i];
    if (reach.drivers[i] && (draws(driver.value) || draws(driver.annual_growth))) return true;
  }
  for (std::size_t i = 0; i < model_.streams.size(); ++i) {
    const Stream& stream = model_.streams[i];
    if (!reach.streams[i]) continue;
    if (draws(stream.value) || draws(stream.margin) || draws(stream.cost_per_fte)) return true;
  }
  return false;
}

const CaseProbe::Reach& CaseProbe::reach_of(DriverId id) {
  const auto [place, is_new] = of_driver_.try_emplace(id, nothing());
  if (is_new) add_driver(id, place->second);
  return place->second;
}

const CaseProbe::Reach& CaseProbe::reach_of(StreamId id) {
  const auto [place, is_new] = of_stream_.try_emplace(id, nothing());
  if (is_new) add_stream(id, place->second);
  return place->second;
}

CaseProbe::Reach CaseProbe::nothing() const {
  return {std::vector<bool>(model_.drivers.size()), std::vector<bool>(model_.streams.size()),
          std::vector<bool>(model_.stocks.size())};
}

void CaseProbe::add_named_in(const Expression& expression, Reach& reach) const {
  for (const DriverId id : drivers_named_in(expression)) {
    if (reach.drivers[index_of(id)]) continue;
    reach.drivers[index_of(id)] = true;
    add_driver(id, reach);
  }
  for (const StreamId id : streams_named_in(expression)) {
    if (reach.streams[index_of(id)]) continue;
    reach.streams[index_of(id)] = true;
    add_stream(id, reach);
  }
  for (const StockId id : stocks_named_in(expression)) {
    if (reach.stocks[index_of(id)]) continue;
    reach.stocks[index_of(id)] = true;
    const Stock& stock = model_.stocks[index_of(id)];
    for (const Expression* part : {&stock.initial, &stock.kept, &stock.added}) add_named_in(*part, reach);
    if (stock.floor) add_named_in(*stock.floor, reach);
  }
}

void CaseProbe::add_driver(DriverId id, Reach& reach) const {
  add_named_in(model_.drivers[index_of(id)].value, reach);
  add_named_in(model_.drivers[index_of(id)].annual_growth, reach);
  for (const Link& link : model_.links) {
    if (link.target != id) continue;
    for (const DriverId cause : link.causes) {
      if (reach.drivers[index_of(cause)]) continue;
      reach.drivers[index_of(cause)] = true;
      add_driver(cause, reach);
    }
  }
}

void CaseProbe::add_stream(StreamId id, Reach& reach) const {
  const Stream& stream = model_.streams[index_of(id)];
  for (const Expression* part : {&stream.value, &stream.margin, &stream.cost_per_fte, &stream.cashable}) {
    add_named_in(*part, reach);
  }
}

std::string short_figure(double value) {
  constexpr std::array<std::pair<double, std::string_view>, 3> suffixes = {{{1e9, "bn"}, {1e6, "M"}, {1e3, "k"}}};
  for (const auto& [size, suffix] : suffixes) {
    if (std::abs(value) >= size) return fmt::format("{:.3g}{}", value / size, suffix);
  }
  return fmt::format("{:.3g}", value);
}

std::string percent_text(double share) {
  return fmt::format("{:.3g}%", 100.0 * share);
}

}  // namespace wayworth::engine
