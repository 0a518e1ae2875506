#include "scenarios/sections/read_segments.hpp"

#include <fmt/format.h>

#include "scenarios/sections/read_drivers.hpp"
#include "scenarios/sections/read_heading.hpp"
#include "scenarios/sections/read_over_time.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

enum class FirstMargin { now, after_one_period };
constexpr std::array<Choice<FirstMargin>, 2> first_margins = {
    {{"now", FirstMargin::now}, {"after_one_period", FirstMargin::after_one_period}}};

constexpr std::array<Key, 8> keys = {{
    {"name", Use::optional, shapes::text, "how reports call it"},
    {"customers", Use::required, shapes::figure_or_section, "how many there are at the start"},
    {"churn", Use::optional, shapes::figure_or_section,
     "share that leaves, per time; required unless there is `churn_by_tenure`"},
    {"churn_by_tenure", Use::optional, shapes::section,
     "churn that falls with the years of a customer, of a base that nobody joins"},
    {"acquired", Use::optional, shapes::figure_or_section, "who joins, per time"},
    {"margin", Use::optional, shapes::figure_or_section,
     "contribution of a customer, per time; makes a revenue stream with the segment's key"},
    {"lifetime", Use::optional, shapes::constant, "years that the lifetime value looks ahead; without it, for good"},
    {"first_margin", Use::optional, shapes::one_of<first_margins>,
     "of the lifetime value: when the first margin counts, a period being that of the churn"},
}};

constexpr std::array<Key, 4> customers_table = {{
    {"value", Use::required, shapes::figure, "how many there are at the start"},
    {"unit", Use::optional, shapes::unit, "what they are called"},
    source_key,
    evidence_key,
}};

constexpr std::array<Key, 4> tenure_table = {{
    {"alpha", Use::required, shapes::constant, "first shape of the beta distribution of churn among customers"},
    {"beta", Use::required, shapes::constant, "second shape"},
    {"age", Use::optional, shapes::whole_number<0, 1000>, "periods that the customers have been there at the start"},
    {"unit", Use::required, shapes::unit, "a period, as 1/year"},
}};

constexpr ConstantRule above_0 = {
    [](const Constant& constant) { return constant.value > 0.0 && constant.suffix == Syntax::Suffix::bare; },
    "above 0"};

/// Reads one segment.
class SegmentReader {
public:
  SegmentReader(const DocumentEntry& entry, const ReadContext& context, Scenario& scenario)
      : path_(join_path("segments", entry.key)),
        context_(context),
        scenario_(scenario),
        reader_(entry.value, path_, keys, context.problems) {
    segment_.heading = read_heading(entry, path_, context.problems);
  }

  void read() {
    if (!reader_.node().is_map()) return;
    segment_.heading.name = reader_.text("name").value_or(segment_.heading.key);
    segment_.customers_at_start = add(read_customers());
    read_churn();
    if (const auto* const node = reader_.find("acquired")) segment_.acquired = add(figure("acquired", *node));
    if (const auto* const node = reader_.find("margin")) segment_.margin = add(figure("margin", *node));
    segment_.customers = add(derived("customers", DriverRole::customers));
    segment_.customers_at_end = add(derived("customers_at_end", DriverRole::customers_at_end));
    if (segment_.margin) add_stream();
    read_lifetime();
    scenario_.segments.push_back(std::move(segment_));
  }

private:
  std::size_t add(DriverSection driver) {
    driver.segment = scenario_.segments.size();
    scenario_.drivers.push_back(std::move(driver));
    return scenario_.drivers.size() - 1;
  }

  [[nodiscard]] Heading heading_of(std::string_view member) const {
    const std::string key = join_path(segment_.heading.key, member);
    return {key, fmt::format("{}, {}", segment_.heading.name, member), segment_.heading.place};
  }

  DriverSection figure(std::string_view member, const DocumentNode& node) {
    Heading heading = heading_of(member);
    heading.place = node.place;
    return read_driver(node, std::move(heading), join_path(path_, member), context_);
  }

  [[nodiscard]] DriverSection derived(std::string_view member, DriverRole role) const {
    DriverSection driver;
    driver.heading = heading_of(member);
    driver.path = join_path(path_, member);
    driver.role = role;
    return driver;
  }

  DriverSection read_customers() {
    DriverSection driver = derived("customers_at_start", DriverRole::customers_at_start);
    driver.heading.name = fmt::format("{}, customers at the start", segment_.heading.name);
    driver.path = join_path(path_, "customers");
    driver.unit = StatedUnit{engine::Unit::parse("customer", context_.currency), "customer", driver.heading.place};
    const DocumentNode* const node = reader_.find("customers");
    if (node == nullptr) return driver;
    driver.heading.place = node->place;
    if (!node->is_map()) {
      driver.value = read_figure(*node, driver.path, context_);
      return driver;
    }
    const MapReader reader(*node, driver.path, customers_table, context_.problems);
    if (reader.states("unit")) driver.unit = read_unit(reader, "unit", context_);
    const DocumentNode* const value = reader.find("value");
    std::optional<Figure> typed = value == nullptr ? std::nullopt : read_figure(*value, driver.path, context_);
    if (driver.unit) driver.value = std::move(typed);
    driver.origin = read_origin(reader);
    return driver;
  }

  void read_churn() {
    const DocumentNode* const churn = reader_.find("churn");
    const DocumentNode* const tenure = reader_.find("churn_by_tenure");
    if (tenure != nullptr) {
      segment_.churn = add(read_tenure(*tenure));
      if (churn != nullptr) report(*churn, "churn", "stands beside `churn_by_tenure`; leave one of the two out");
      if (const auto* const acquired = reader_.find("acquired")) {
        report(*acquired, "acquired",
               "new customers have another tenure: put them into a segment of their own, or use `churn`");
      }
      return;
    }
    if (!reader_.states("churn") && !reader_.states("churn_by_tenure")) {
      context_.problems.error(reader_.node().place, path_, "`churn` is missing");
    }
    segment_.churn = add(churn == nullptr ? derived("churn", DriverRole::figure) : figure("churn", *churn));
  }

  void report(const DocumentNode& node, std::string_view key, std::string message) {
    context_.problems.error(node.place, reader_.path_of(key), std::move(message));
  }

  DriverSection read_tenure(const DocumentNode& node) {
    DriverSection driver = derived("churn", DriverRole::churn_by_tenure);
    const MapReader reader(node, reader_.path_of("churn_by_tenure"), tenure_table, context_.problems);
    if (!node.is_map()) return driver;
    driver.path = reader.path();
    driver.unit = read_unit(reader, "unit", context_);
    driver.tenure.alpha = read_constant(reader, "alpha", context_, above_0).value_or(1.0);
    driver.tenure.beta = read_constant(reader, "beta", context_, above_0).value_or(1.0);
    if (const auto* const age = reader.find("age")) {
      driver.tenure.age = whole_number(*age, reader.path_of("age"), 0, 1000, context_.problems).value_or(0);
    }
    return driver;
  }

  /// customers * margin
  void add_stream() {
    const DriverSection& margin = scenario_.drivers[*segment_.margin];
    StreamSection stream;
    stream.heading = segment_.heading;
    stream.kind = engine::StreamKind::revenue;
    stream.basis = engine::RevenueBasis::contribution;
    const Place place = margin.heading.place;
    const auto name = [&](std::size_t driver) {
      return Syntax{Syntax::Name{scenario_.drivers[driver].heading.key}, place};
    };
    Syntax product{Syntax::Call{"*", {name(segment_.customers), name(*segment_.margin)}}, place};
    std::string as_typed = fmt::format("{0}.customers * {0}.margin", segment_.heading.key);
    stream.formula = Figure{std::move(product), place, path_, std::move(as_typed)};
    segment_.stream = scenario_.streams.size();
    scenario_.streams.push_back(std::move(stream));
  }

  void read_lifetime() {
    segment_.lifetime_years = read_constant(reader_, "lifetime", context_, above_0);
    segment_.first_margin_now = reader_.choice("first_margin", first_margins) == FirstMargin::now;
  }

  std::string path_;
  const ReadContext& context_;
  Scenario& scenario_;
  MapReader reader_;
  SegmentSection segment_;
};

}  // namespace

const SectionKeys segment_keys = {"segments.*", keys};
const SectionKeys segment_customers_keys = {"segments.*.customers", customers_table};
const SectionKeys segment_churn_keys = {"segments.*.churn", driver_keys.keys};
const SectionKeys segment_acquired_keys = {"segments.*.acquired", driver_keys.keys};
const SectionKeys segment_margin_keys = {"segments.*.margin", driver_keys.keys};
const SectionKeys segment_churn_noise_keys = {"segments.*.churn.noise", noise_keys.keys};
const SectionKeys segment_acquired_noise_keys = {"segments.*.acquired.noise", noise_keys.keys};
const SectionKeys segment_margin_noise_keys = {"segments.*.margin.noise", noise_keys.keys};
const SectionKeys segment_tenure_keys = {"segments.*.churn_by_tenure", tenure_table};

void read_segments(const DocumentNode& node, const ReadContext& context, Scenario& scenario) {
  if (!expect_map(node, "segments", "segment: keys and values", context.problems)) return;
  for (const DocumentEntry& entry : node.entries) SegmentReader(entry, context, scenario).read();
}

}  // namespace wayworth::scenarios
