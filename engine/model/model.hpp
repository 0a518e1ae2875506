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
#include "engine/model/correlation.hpp"
#include "engine/model/expression.hpp"
#include "engine/model/roadmap_limits.hpp"
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
  AnnualRates rates;
  DiscountTiming timing = DiscountTiming::mid;

  bool operator==(const Discounting&) const = default;
};

/// Tax on what the initiatives change: benefits less running costs, one-off costs that are not depreciated, and
/// depreciation.
struct Tax {
  double rate = 0.0;  ///< 0..1
  /// A loss waits for later gains of the same subject; else the organisation's other gains use it up at once.
  bool losses_are_carried_forward = false;

  bool operator==(const Tax&) const = default;
};

/// What the time after the horizon is worth, from benefits less running costs of its last twelve months after tax.
struct TerminalValue {
  enum class Form { none, growing, fading } form = Form::none;
  double annual_rate = 0.0;  ///< of growth, below the discount rate; or of fading, 0..1

  bool operator==(const TerminalValue&) const = default;
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

/// One of the ways in which the world outside may turn out.
struct World {
  std::string key;
  std::string name;
  double probability = 0.0;
};

/// Each trial is in one of several worlds, in which drivers may have other values: those have them written into their
/// expressions.
struct Worlds {
  InputId input{};  ///< what it draws is the place of the world in `list`
  std::vector<World> list;
};

/// The path of that input.
inline constexpr const char* worlds_path = "worlds";

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

/// A quantity that carries on from step to step, such as the customers of a segment:
/// after = max(floor, before * kept + added). The expressions may name drivers and streams that do not name the stock.
struct Stock {
  std::string key;
  Expression initial;                 ///< before the first step; taken as it is today, in that step
  Expression kept;                    ///< factor a step
  Expression added;                   ///< amount a step
  std::optional<Expression> floor{};  ///< none: no lower limit
};

enum class LinkForm { logit, elasticity, mix };

struct ObservedRange {
  double low = 0.0;
  double high = 0.0;
};

/// How a driver answers to others that initiatives move: what it would be, were the causes x instead of today's x0.
/// logit: c' = 1 / (1 + exp(-(log(c / (1 - c)) + coefficient * (x - x0)))); elasticity: c' = c * (x / x0)^coefficient;
/// mix: c' = c + sum of coefficient * (x - x0) over the causes, which are shares of groups. Of the difference c' - c
/// the share `attribution` counts. Applies before the effects of the initiatives on the target itself.
struct Link {
  std::string key;
  std::string name;
  DriverId target{};
  LinkForm form = LinkForm::logit;
  std::vector<DriverId> causes;          ///< one, unless the form is mix
  std::vector<Expression> coefficients;  ///< one for each cause
  Expression attribution;                ///< 0..1
  /// Of the one cause: the values that it had in the data behind the coefficient, in its unit.
  std::optional<ObservedRange> observed{};
  Provenance provenance;
};

enum class StreamKind { revenue, cost, fte };
enum class RevenueBasis { contribution, revenue, unstated };

/// How freed FTE leave: by attrition, and by redundancies that cost a severance. The stream's value is what the work
/// needs; the people on the payroll are a stock that follows it.
struct Release {
  StockId headcount{};
  Expression redundancies;  ///< FTE made redundant in the step
  Expression severance;     ///< money per FTE
};

/// What the organisation earns, spends or staffs.
struct Stream {
  std::string key;
  std::string name;
  StreamKind kind = StreamKind::revenue;
  RevenueBasis basis = RevenueBasis::unstated;  ///< of kind revenue
  Expression value;                             ///< money a year (revenue: gross of `margin`), or FTE
  Expression margin;  ///< of kind revenue: share of the revenue that is contribution; number(1) unless basis revenue
  Expression cost_per_fte;         ///< of kind fte: money a year and FTE
  Expression cashable;             ///< of kinds fte and cost: share of a saving that leaves the budget, 0..1
  std::optional<Release> release;  ///< of kind fte; none: freed FTE leave at once
  bool formula_checked = false;    ///< every unit in the formula was known
  std::string formula;             ///< as typed
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
/// When a one-off cost is paid: over the implementation, or whole when it starts or when it is live. A running cost is
/// paid from go-live or from the start of the implementation.
enum class CostFrom { over_implementation, start, go_live };

struct Cost {
  std::string name;
  CostKind kind = CostKind::one_off;
  CostFrom from = CostFrom::over_implementation;
  Expression amount;  ///< money (one_off), money a year (running); of a depreciated one without `t` and `year`
  Provenance provenance{};
  /// Of one paid over the implementation: shares, adding up to 1, of equal parts of that time; empty: evenly.
  std::vector<double> profile{};
  std::optional<Expression> lasts{};          ///< of a running cost: months that it is paid; none: to the horizon
  std::optional<double> depreciated_years{};  ///< of a one-off cost: straight from go-live; none: an expense when paid
};

/// How an initiative comes to life. Times are in months.
struct Rollout {
  Expression duration;  ///< of the implementation, from start to go-live; at least 0
  Expression delay{};   ///< of go-live beyond that; at least 0
  /// While it is delayed the implementation costs as much a month as before; else the cost is spread over more months.
  bool costs_more_when_delayed = true;
  Expression ramp;  ///< from go-live to full adoption; at least 0
  RampShape shape = RampShape::linear;
  Expression success;        ///< 1 when the initiative succeeds in the trial, else 0
  Expression if_it_fails;    ///< share of the effect that is kept on failure, 0..1
  Expression decay{};        ///< of the effect: share that is lost in a year, 0..1, taken in the middle of each step
  Expression decay_after{};  ///< months after go-live in which nothing is lost
};

/// The four fields that an initiative works on.
enum class Pillar { strategy, people, process, technology };

/// Whose experience an initiative makes better, as its author says; no figure rests on it.
enum class Experience { customers, staff };

struct Initiative {
  std::string key;
  std::string name;
  std::vector<Pillar> pillars;
  std::vector<Experience> improves;
  Stage stage = Stage::unstated;
  std::string current_state;
  std::string future_state;
  std::vector<Effect> effects;
  std::vector<Benefit> benefits;
  std::vector<Cost> costs;
  Rollout rollout;
  std::vector<Need> needs;      ///< prerequisites; without cycles
  std::vector<Effort> efforts;  ///< at most one of each role
};

struct Phase {
  std::string name;
  std::size_t from = 1;          ///< first step
  std::size_t to = 1;            ///< last step, at least `from`
  std::optional<double> budget;  ///< for one-off costs of the initiatives planned to start in the phase
  bool carry_over = false;       ///< what is left of the budget is added to that of the next phase
};

/// A group of customers: the drivers and the stock that it consists of, and how its lifetime value is reckoned.
struct Segment {
  std::string key;
  std::string name;
  StockId customers{};
  DriverId churn{};
  std::optional<DriverId> margin{};
  std::optional<StreamId> stream{};  ///< margin of all customers
  /// Of churn, margin and lifetime value: years in the period that the churn is stated for.
  double period_years = 1.0 / 12.0;
  double margin_a_period = 1.0;          ///< turns the margin's value into money a customer and period
  std::optional<double> lifetime_years;  ///< none: without end
  bool first_margin_now = false;         ///< the first margin counts at once, else after one period
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
  Tax tax;
  TerminalValue terminal_value;
  SimulationDefaults simulation;
  std::vector<Input> inputs;                   ///< in the order of the file
  std::optional<Worlds> worlds{};              ///< none: there is but one
  std::vector<CorrelationGroup> correlations;  ///< no input in two of them; all others are independent
  std::vector<Driver> drivers;
  std::vector<Stream> streams;
  std::vector<Stock> stocks;
  std::vector<Link> links;
  std::vector<Segment> segments;
  std::vector<Initiative> initiatives;
  std::vector<Phase> phases;
  RoadmapLimits limits;
  std::vector<Option> options;  ///< at least one; the first is the one that figures of initiatives are about
};

const Initiative& get(const Model& model, InitiativeId id);

/// The initiatives that are part of `option`, in ascending order.
std::vector<InitiativeId> members_of(const Option& option);

/// The prerequisites of `id`, direct and indirect, in ascending order, without `id`.
std::vector<InitiativeId> prerequisites_of(const Model& model, InitiativeId id);
/// Those that need `id`, directly or indirectly, in ascending order, without `id`.
std::vector<InitiativeId> dependants_of(const Model& model, InitiativeId id);

}  // namespace wayworth::engine
