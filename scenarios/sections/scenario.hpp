#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/unit.hpp"
#include "engine/finance/erlang_c.hpp"
#include "engine/model/model.hpp"
#include "scenarios/formulas/figure.hpp"
#include "scenarios/messages/place.hpp"

namespace wayworth::scenarios {

struct StatedUnit {
  engine::Unit unit;
  std::string as_typed;
  Place place;
};

/// Where a figure comes from, in its author's words.
struct Origin {
  std::string source;
  engine::Evidence evidence = engine::Evidence::unstated;
};

/// A name that stands for something defined elsewhere in the file.
struct Reference {
  std::string key;
  Place place;
};

/// What every driver, stream, initiative and option has.
struct Heading {
  std::string key;
  std::string name;  ///< the key when the scenario gives none
  Place place;
};

// In the sections below a figure is empty when it was left out, or when it was wrong, which is then a problem already.
// Of what must be there, empty means wrong.

/// What a driver stands for. Those of a segment's customers have no figure: the engine carries their number on from
/// step to step. Nor has a churn that follows from the customers' tenure.
enum class DriverRole { figure, customers_at_start, customers, customers_at_end, churn_by_tenure };

/// Churn by tenure, as the shifted beta-geometric model has it.
struct TenureSection {
  double alpha = 1.0;
  double beta = 1.0;
  std::uint64_t age = 0;  ///< periods that the customers have been there at the start
};

/// Chance of each period by itself: a first-order autoregression around the driver's value.
struct NoiseSection {
  std::optional<Figure> sd;
  double persistence = 0.0;
  std::string path;
};

struct DriverSection {
  Heading heading;
  std::string path;             ///< "drivers.calls", "segments.cardholders.churn"
  std::optional<Figure> value;  ///< empty when value or unit is wrong, or there is a series
  std::vector<Figure> series;   ///< of year 1, 2, ..., the last one for good
  std::optional<StatedUnit> unit;
  std::optional<Figure> growth;
  bool grows_yearly = false;        ///< once a year, else smoothly
  std::vector<double> seasonality;  ///< by calendar month, mean 1; empty: none
  std::optional<NoiseSection> noise;
  DriverRole role = DriverRole::figure;
  std::size_t segment = 0;  ///< of all roles but `figure`
  TenureSection tenure;     ///< of churn_by_tenure
  std::optional<Figure> minimum;
  std::optional<Figure> maximum;
  Origin origin;
};

/// A figure, or a number with its unit: "20 seconds".
struct MeasuredFigure {
  Figure figure;
  std::optional<engine::Unit> unit{};
};

/// What a queue has beyond a workload.
struct QueueSection {
  std::optional<Figure> service_level;
  std::optional<MeasuredFigure> within;
  std::optional<MeasuredFigure> patience;
  bool has_patience = false;   ///< stated, right or wrong
  bool has_occupancy = false;  ///< likewise
  std::optional<MeasuredFigure> open;
  bool is_always_open = true;
  std::vector<double> profile;  ///< weights; empty when wrong
  engine::AgentCount agents = engine::AgentCount::smooth;
};

/// Staff of a stream of kind fte, from what comes in and the time that it takes.
struct StaffingSection {
  std::string path;
  Place place;
  std::optional<MeasuredFigure> contacts;
  std::optional<MeasuredFigure> handle_time;
  std::optional<Figure> occupancy;
  std::optional<Figure> shrinkage;
  std::optional<MeasuredFigure> paid_hours;
  std::optional<QueueSection> queue;  ///< empty: a workload, which takes no waiting into account
};

/// A group of customers. Its figures are drivers like those of the section `drivers`, with keys such as
/// `cardholders.churn`; these are their positions among all.
struct SegmentSection {
  Heading heading;
  std::size_t customers_at_start = 0;
  std::size_t churn = 0;
  std::optional<std::size_t> acquired;
  std::optional<std::size_t> margin;
  std::size_t customers = 0;  ///< on average in a step
  std::size_t customers_at_end = 0;
  std::optional<std::size_t> stream;  ///< the margin of all customers, among all streams
  std::optional<double> lifetime_years;
  bool first_margin_now = false;
};

/// A cause of a link and what it does.
struct LinkCause {
  Reference driver;
  std::optional<Figure> coefficient;
};

struct LinkSection {
  Heading heading;
  engine::LinkForm form = engine::LinkForm::logit;
  std::optional<Reference> target;
  std::vector<LinkCause> causes;
  std::optional<Figure> attribution;
  std::vector<Figure> observed;  ///< lowest and highest; empty: not stated, or wrong
  Origin origin;
};

/// How freed FTE leave.
struct ReleaseSection {
  std::optional<Figure> attrition;  ///< share of the staff who leave in a year
  std::optional<Figure> redundancies;
  std::optional<Figure> severance;  ///< money for each FTE
};

struct StreamSection {
  Heading heading;
  std::optional<engine::StreamKind> kind;
  engine::RevenueBasis basis = engine::RevenueBasis::unstated;
  std::optional<Figure> formula;  ///< empty when formula or unit is wrong, or when there is `staffing` instead
  std::optional<StaffingSection> staffing;
  std::optional<StatedUnit> unit;
  std::optional<Figure> margin;
  std::optional<Figure> cost;
  std::optional<Figure> cashable;
  std::optional<ReleaseSection> release;
};

struct EffectSection {
  Reference target;
  engine::EffectKind kind = engine::EffectKind::change;
  Figure amount;
  Origin origin;
};

/// How an amount of money changes over time.
struct Escalation {
  std::optional<Figure> growth;
  bool grows_yearly = false;  ///< once a year, else smoothly
};

/// One of the ways in which the world outside may turn out.
struct WorldSection {
  Heading heading;
  double probability = 0.0;
  std::vector<EffectSection> effects;  ///< on drivers
};

struct BenefitSection {
  std::string name;
  engine::BenefitKind kind = engine::BenefitKind::cost_saving;
  Figure value;
  StatedUnit unit;
  Escalation escalation;
  std::optional<Figure> cashable;
  Origin origin;
};

struct CostSection {
  std::string name;
  engine::CostKind kind = engine::CostKind::one_off;
  engine::CostFrom from = engine::CostFrom::over_implementation;
  Figure value;
  StatedUnit unit;
  Escalation escalation;
  std::optional<Figure> contingency;
  std::vector<double> profile;  ///< shares that add up to 1; empty: even
  std::optional<Figure> lasts;
  std::optional<double> depreciated_years;
  Origin origin;
};

struct RolloutSection {
  std::optional<Figure> duration;
  std::optional<Figure> ramp;
  engine::RampShape shape = engine::RampShape::linear;
  std::optional<Figure> success;
  std::optional<Figure> if_it_fails;
  std::optional<Figure> delay;
  bool costs_more_when_delayed = true;
  std::optional<Figure> decay;
  std::optional<Figure> decay_after;
};

/// What an initiative needs of a role, in person-months.
struct EffortSection {
  Reference role;
  Figure person_months;
};

/// A prerequisite, and how long it must have been live.
struct NeedSection {
  Reference initiative;
  double lag_months = 0.0;
};

struct InitiativeSection {
  Heading heading;
  std::vector<engine::Pillar> pillars;
  std::vector<engine::Experience> improves;
  engine::Stage stage = engine::Stage::unstated;
  std::string current_state;
  std::string future_state;
  std::vector<EffectSection> effects;
  std::vector<BenefitSection> benefits;
  std::vector<CostSection> costs;
  RolloutSection rollout;
  std::vector<NeedSection> needs;
  std::vector<EffortSection> efforts;
};

struct StartEntry {
  Reference initiative;
  std::size_t step = 1;
};

struct OptionSection {
  Heading heading;
  std::optional<std::size_t> all;  ///< the step that initiatives without an entry start in
  std::vector<StartEntry> starts;
};

struct CapacitySection {
  Reference role;
  std::vector<double> people;  ///< one for all steps, or one for each phase
};

struct CountOfSetSection {
  std::vector<Reference> of;
  std::size_t count = 1;
  Place place;
};

/// Steps in which an initiative may start; a fixed start is one step, in which it must.
struct WindowSection {
  Reference initiative;
  std::size_t from = 1;
  std::size_t to = 1;
  bool is_fixed = false;
};

struct RoadmapSection {
  std::vector<engine::Phase> phases;
  bool states_capacity = false;  ///< the key `capacity` is there
  std::vector<CapacitySection> capacity;
  std::vector<Reference> must;
  std::vector<std::vector<Reference>> exclude;
  std::vector<CountOfSetSection> at_least;
  std::vector<CountOfSetSection> at_most;
  std::vector<WindowSection> windows;
  engine::RoadmapLimits limits;  ///< what names no initiative and no role
};

/// One statement of how uncertain figures depend on each other.
struct CorrelationSection {
  enum class Kind { between, among };

  Kind kind = Kind::between;
  std::vector<Reference> names;  ///< two for `between`; `among` has patterns too
  double rank = 0.0;             ///< Spearman, -1 .. 1
  Place place;
};

struct CorrelationsSection {
  std::vector<CorrelationSection> entries;  ///< those that could be read
  bool repair_is_allowed = false;
  Place place;
};

/// A finding of the linter that the author leaves as it is.
struct Acceptance {
  std::string rule;  ///< its id
  std::string at;    ///< the path, or the beginning of the path, that it is about; empty: everywhere
  std::string because;
  Place place;
};

/// What [low, likely, high] means, as the header says.
enum class Estimates { unstated, ends, p10_p90, wrong };

/// What the file says, section by section, with the place of everything; names are not resolved, units not compared.
struct Scenario {
  std::string name;
  std::string client;
  std::string currency;
  Estimates estimates = Estimates::unstated;
  engine::Timeline time;
  engine::Discounting discounting;
  engine::Tax tax;
  engine::TerminalValue terminal_value;
  bool one_off_costs_at_start = false;  ///< those that do not say `from`
  engine::SimulationDefaults simulation;
  std::vector<DriverSection> drivers;
  std::vector<StreamSection> streams;
  std::vector<SegmentSection> segments;
  std::vector<LinkSection> links;
  std::vector<InitiativeSection> initiatives;
  std::vector<WorldSection> worlds;  ///< none or at least two, with probabilities that add up to 1
  CorrelationsSection correlations;
  RoadmapSection roadmap;
  std::vector<OptionSection> options;
  std::vector<Acceptance> acceptances;
  bool names_are_known = true;        ///< false when drivers or streams are there, but could not be read
  bool initiatives_are_known = true;  ///< false when initiatives are there, but could not be read
};

}  // namespace wayworth::scenarios
