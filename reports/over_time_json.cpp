#include "reports/over_time_json.hpp"

#include <algorithm>
#include <numeric>

#include "engine/analysis/phases.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/programme_timing.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Model;

Json initiatives_json(const Model& model, const std::vector<Timing>& timings) {
  Json all = Json::array();
  for (const Timing& timing : timings) {
    const std::size_t planned = *model.options.front().starts[engine::index_of(timing.initiative)];
    const auto phase = engine::phase_of(model.phases, planned);
    all.push_back({{"initiative", engine::get(model, timing.initiative).key},
                   {"phase", phase ? Json(model.phases[*phase].name) : Json()},
                   {"start_month", timing.start},
                   {"live_month", timing.live},
                   {"full_effect_month", timing.full}});
  }
  return all;
}

/// Person-months by period of the limits.
Json people_json(const Model& model, const std::vector<Demand>& demands) {
  const auto months_per_period =
      static_cast<std::size_t>(static_cast<double>(model.limits.capacity_period) * months_per_step(model.time));
  Json all = Json::object();
  for (const Demand& demand : demands) {
    const std::vector<double>& capacity = model.limits.roles[engine::index_of(demand.id)].capacity;
    Json periods = Json::array();
    for (std::size_t month = 0; month < demand.months.size(); month += months_per_period) {
      const auto begin = demand.months.begin() + static_cast<std::ptrdiff_t>(month);
      const auto end = demand.months.begin() +
                       static_cast<std::ptrdiff_t>(std::min(month + months_per_period, demand.months.size()));
      const std::size_t from = periods.size() * model.limits.capacity_period + 1;
      const std::size_t to = std::min(from + model.limits.capacity_period - 1, model.time.steps);
      double there_are = 0.0;
      for (std::size_t step = from; step <= to && !capacity.empty(); ++step) {
        there_are += capacity[step - 1] * months_per_step(model.time);
      }
      periods.push_back({{"from", from},
                         {"to", to},
                         {"person_months", std::accumulate(begin, end, 0.0)},
                         {"capacity", capacity.empty() ? Json() : Json(there_are)}});
    }
    all[demand.role] = std::move(periods);
  }
  return all;
}

/// What is in no phase stands between them.
Json money_json(const Model& model, const Findings& findings) {
  const Money by_step = money_of(model, findings, 1);
  Json all = Json::array();
  double cash = 0.0;
  for (std::size_t from = 1; from <= model.time.steps;) {
    const auto phase = engine::phase_of(model.phases, from);
    double spent = 0.0;
    double earned = 0.0;
    std::size_t step = from;
    for (; step <= model.time.steps && engine::phase_of(model.phases, step) == phase; ++step) {
      spent += by_step.spent[step - 1];
      earned += by_step.earned[step - 1];
    }
    cash += earned - spent;
    all.push_back({{"phase", phase ? Json(model.phases[*phase].name) : Json()},
                   {"from", from},
                   {"to", step - 1},
                   {"mean_costs", spent},
                   {"mean_benefits", earned},
                   {"mean_cash_so_far", cash}});
    from = step;
  }
  return all;
}

}  // namespace

Json over_time_json(const Model& model, const Findings& findings) {
  const engine::Point point = findings.manifest.point.value_or(engine::Point::mean);
  const std::vector<double> inputs = engine::point_inputs(model, point);
  const std::vector<Timing> timings = timings_of(model, inputs);
  return {{"initiatives", initiatives_json(model, timings)},
          {"people", people_json(model, demands_of(model, inputs, timings))},
          {"money", money_json(model, findings)}};
}

}  // namespace wayworth::reports
