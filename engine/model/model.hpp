#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "engine/distributions/distribution.hpp"
#include "engine/finance/discount.hpp"
#include "engine/finance/ramp.hpp"
#include "engine/model/expression.hpp"
#include "engine/random/sampling.hpp"

namespace wayworth::engine {

/// The grid of the simulation. Step t = 1..steps covers [t - 1, t) / steps_per_year years after the start.
struct Timeline {
  int start_year = 0;
  int start_month = 1;      ///< 1..12
  std::size_t steps = 0;    ///< at least 1
  int steps_per_year = 12;  ///< 12, 4 or 1

  bool operator==(const Timeline&) const = default;
};
double months_per_step(const Timeline& timeline);

/// How money of different dates is compared.
struct Discounting {
  double annual_rate = 0.0;  ///< effective, a fraction above -1
  DiscountTiming timing = DiscountTiming::mid;

  bool operator==(const Discounting&) const = default;
};

/// The scenario's own settings of a run; the command line may override them.
struct SimulationDefaults {
  std::uint64_t trials = 16384;
  std::uint64_t seed = 1;
  Sampling sampling = Sampling::sobol;
};

/// How far a figure can be trusted, as its author says.
enum class Evidence { unstated, measured, client, benchmark, assumed };

/// What stands behind a figure in the report: where it is from, and how it was typed.
struct Provenance {
  std::string source;  ///< empty when not stated
  Evidence evidence = Evidence::unstated;
  std::string as_typed;  ///< the figure in the scenario's own words, such as "[150, 176, 210]"
};

/// An uncertain quantity: one draw per trial, addressed by its path.
struct Input {
  std::string path;  ///< permanent identifier, such as "drivers.margin"; its hash addresses the draws
  Distribution distribution;
};

/// A quantity of today's business that formulas use and initiatives change.
struct Driver {
  std::string key;
  std::string name;          ///< the key when the scenario gives none
  Expression value;          ///< today's value, in `unit`
  Expression annual_growth;  ///< fraction a year, compounded smoothly from the start; number(0) when there is none
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::string unit;  ///< as typed, else as derived, "share" for a figure of %; empty for a pure number or when unknown
  bool unit_checked = false;
  Provenance provenance;
};

enum class StreamKind { revenue, cost, fte };
enum class RevenueBasis { contribution, revenue, unstated };

/// What the organisation earns, spends or staffs.
struct Stream {
  std::string key;
  std::string name;
  StreamKind kind = StreamKind::revenue;
  RevenueBasis basis = RevenueBasis::unstated;  ///< of kind revenue
  Expression value;                             ///< money a year (revenue: gross of `margin`), or FTE
  Expression margin;  ///< of kind revenue: share of the revenue that is contribution; number(1) unless basis revenue
  Expression cost_per_fte;       ///< of kind fte: money a year and FTE
  Expression cashable;           ///< of kinds fte and cost: share of a saving that leaves the budget, 0..1
  bool formula_checked = false;  ///< every unit in the formula was known
  std::string formula;           ///< as typed
};

enum class EffectKind { add, change, set };

/// What an initiative does, at full adoption, to a driver or a stream.
struct Effect {
  std::variant<DriverId, StreamId> target;
  EffectKind kind = EffectKind::change;
  Expression amount;  ///< add, set: in the target's unit; change: a fraction, at least -1
  Provenance provenance;
};

enum class BenefitKind { revenue, cost_saving };

/// A benefit that is stated directly, at full adoption.
struct Benefit {
  std::string name;
  BenefitKind kind = BenefitKind::cost_saving;
  Expression amount;    ///< money a year
  Expression cashable;  ///< share that leaves the budget, 0..1; number(1) when not stated
  Provenance provenance;
};

enum class CostKind { one_off, running };
/// When a one-off cost is paid: evenly over the implementation, or whole when it starts. A running cost is paid from
/// go-live or from the start of the implementation.
enum class CostFrom { over_implementation, start, go_live };

struct Cost {
  std::string name;
  CostKind kind = CostKind::one_off;
  CostFrom from = CostFrom::over_implementation;
  Expression amount;  ///< money (one_off), money a year (running)
  Provenance provenance;
};

/// How an initiative comes to life. Times are in months.
struct Rollout {
  Expression duration;  ///< of the implementation, from start to go-live; at least 0
  Expression ramp;      ///< from go-live to full adoption; at least 0
  RampShape shape = RampShape::linear;
  Expression success;      ///< 1 when the initiative succeeds in the trial, else 0
  Expression if_it_fails;  ///< share of the effect that is kept on failure, 0..1
};

/// The four fields that an initiative works on.
enum class Pillar { strategy, people, process, technology };
/// How mature an organisation must be for an initiative.
enum class Stage { unstated, siloed, optimise, omnichannel, journey };

struct Initiative {
  std::string key;
  std::string name;
  std::vector<Pillar> pillars;
  Stage stage = Stage::unstated;
  std::string current_state;
  std::string future_state;
  std::vector<Effect> effects;
  std::vector<Benefit> benefits;
  std::vector<Cost> costs;
  Rollout rollout;
  std::vector<InitiativeId> needs;  ///< prerequisites: must be live before this one starts; without cycles
};

struct Phase {
  std::string name;
  std::size_t from = 1;          ///< first step
  std::size_t to = 1;            ///< last step, at least `from`
  std::optional<double> budget;  ///< for one-off costs of the initiatives planned to start in the phase
};

/// A named roadmap: which initiatives, and the step that each is planned to start in, counted from 1.
struct Option {
  std::string key;
  std::string name;
  std::vector<std::optional<std::size_t>> starts;  ///< by InitiativeId; empty: not part of this option
};

/// A checked business case. Made by scenarios::to_model(); nothing changes it from then on. Every reference is valid,
/// drivers and streams are free of cycles, every option contains the prerequisites of its members.
struct Model {
  std::string name;
  std::string client;
  std::string currency;  ///< ISO 4217
  Timeline time;
  Discounting discounting;
  SimulationDefaults simulation;
  std::vector<Input> inputs;  ///< in the order of the file
  std::vector<Driver> drivers;
  std::vector<Stream> streams;
  std::vector<Initiative> initiatives;
  std::vector<Phase> phases;
  std::vector<Option> options;  ///< at least one; the first is the one that figures of initiatives are about
};

const Initiative& get(const Model& model, InitiativeId id);

/// The initiatives that are part of `option`, in ascending order.
std::vector<InitiativeId> members_of(const Option& option);

/// The prerequisites of `id`, direct and indirect, in ascending order, without `id`.
std::vector<InitiativeId> prerequisites_of(const Model& model, InitiativeId id);
/// Those that need `id`, directly or indirectly, in ascending order, without `id`.
std::vector<InitiativeId> dependants_of(const Model& model, InitiativeId id);
/// The drivers in an order in which each comes after those that its value and growth name, likewise the streams.
std::vector<DriverId> driver_order(const Model& model);
std::vector<StreamId> stream_order(const Model& model);

}  // namespace wayworth::engine
