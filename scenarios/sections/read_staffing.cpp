#include "scenarios/sections/read_staffing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr Key contacts_key = {"contacts", Use::required, shapes::figure, "what comes in, per time"};
constexpr Key handle_time_key = {"handle_time", Use::required, shapes::figure, "what one contact takes on average"};
constexpr Key shrinkage_key = {"shrinkage", Use::required, shapes::figure_with_percent,
                               "the part of paid time in which nobody serves: leave, training, breaks"};
constexpr Key paid_hours_key = {"paid_hours", Use::required, shapes::figure, "what one FTE is paid for"};

constexpr std::array<Key, 5> workload = {{
    contacts_key,
    handle_time_key,
    {"occupancy", Use::required, shapes::figure_with_percent,
     "the part of the time at the desk in which an agent is busy"},
    shrinkage_key,
    paid_hours_key,
}};

constexpr std::array<Choice<engine::AgentCount>, 2> counts = {{
    {"smooth", engine::AgentCount::smooth},
    {"whole", engine::AgentCount::whole},
}};

constexpr std::array<Key, 11> queue = {{
    contacts_key,
    handle_time_key,
    {"service_level", Use::required, shapes::figure_with_percent,
     "the part of all contacts that is to be answered in time"},
    {"within", Use::required, shapes::figure, "what in time is"},
    {"patience", Use::optional, shapes::figure,
     "how long a caller is willing to wait, on average (Erlang A); without it nobody hangs up (Erlang C)"},
    {"occupancy", Use::optional, shapes::figure_with_percent,
     "the greatest part of the time at the desk in which an agent may be busy, even when the service level is met"},
    shrinkage_key,
    paid_hours_key,
    {"open", Use::optional, shapes::figure, "when contacts come in and agents are there"},
    {"profile", Use::optional, shapes::list_of<shapes::constant>,
     "how contacts spread over the time it is open: weights of intervals of equal length"},
    {"agents", Use::optional, shapes::one_of<counts>,
     "on the straight line between whole numbers, which moves evenly, or whole people in every interval"},
}};

/// `20 seconds` or `2080 hour/year/FTE`: a number and a unit. Other texts are formulas.
struct NumberAndUnit {
  std::string number;
  std::string unit;
};
std::optional<NumberAndUnit> number_and_unit(const DocumentNode& node) {
  if (!node.is_scalar()) return std::nullopt;
  const std::size_t gap = node.text.find(' ');
  if (gap == std::string::npos || node.text.find(' ', gap + 1) != std::string::npos) return std::nullopt;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!is_digit(node.text.front()) || gap + 1 == node.text.size() || !is_letter(node.text[gap + 1]))
    return std::nullopt;
  return NumberAndUnit{node.text.substr(0, gap), node.text.substr(gap + 1)};
}

std::optional<MeasuredFigure> read_measured(const MapReader& reader, std::string_view key, const ReadContext& context) {
  const DocumentNode* const node = reader.find(key);
  if (node == nullptr) return std::nullopt;
  const std::optional<NumberAndUnit> parts = number_and_unit(*node);
  if (!parts) {
    std::optional<Figure> figure = read_figure(*node, reader.path_of(key), context);
    if (!figure) return std::nullopt;
    return MeasuredFigure{std::move(*figure), std::nullopt};
  }
  DocumentNode number = *node;
  number.text = parts->number;
  std::optional<Figure> figure = read_figure(number, reader.path_of(key), context);
  try {
    const engine::Unit unit = engine::Unit::parse(parts->unit, context.currency);
    if (!figure) return std::nullopt;
    figure->as_typed = node->text;
    return MeasuredFigure{std::move(*figure), unit};
  } catch (const engine::InputError& error) {
    context.problems.error(node->place, reader.path_of(key), error.what());
    return std::nullopt;
  }
}

/// Weights of at least 0, not all of them 0; one weight when there is no profile. Empty when it is wrong.
std::vector<double> read_profile(const MapReader& reader, const ReadContext& context) {
  const DocumentNode* const node = reader.find("profile");
  const std::string path = reader.path_of("profile");
  if (node == nullptr) return reader.states("profile") ? std::vector<double>{} : std::vector<double>{1.0};
  if (!expect_list(*node, path, "weights", context.problems)) return {};
  std::vector<double> weights;
  for (const DocumentNode& item : node->items) {
    const std::optional<Constant> weight = read_constant(item, path, context);
    if (!weight) return {};
    if (weight->value < 0.0) {
      context.problems.error(item.place, path, fmt::format("a weight cannot be below 0, as '{}' is", item.text));
      return {};
    }
    weights.push_back(weight->value);
  }
  if (std::all_of(weights.begin(), weights.end(), [](double weight) { return weight == 0.0; })) {
    context.problems.error(node->place, path, "needs a weight above 0");
    return {};
  }
  return weights;
}

void read_common(StaffingSection& staffing, const MapReader& reader, const ReadContext& context) {
  staffing.contacts = read_measured(reader, "contacts", context);
  staffing.handle_time = read_measured(reader, "handle_time", context);
  staffing.occupancy = read_figure(reader, "occupancy", context);
  staffing.shrinkage = read_figure(reader, "shrinkage", context);
  staffing.paid_hours = read_measured(reader, "paid_hours", context);
}

StaffingSection read_workload(const MapReader& reader, const ReadContext& context) {
  StaffingSection staffing;
  read_common(staffing, reader, context);
  return staffing;
}

StaffingSection read_queue(const MapReader& reader, const ReadContext& context) {
  StaffingSection staffing;
  read_common(staffing, reader, context);
  QueueSection& rules = staffing.queue.emplace();
  rules.service_level = read_figure(reader, "service_level", context);
  rules.within = read_measured(reader, "within", context);
  rules.patience = read_measured(reader, "patience", context);
  rules.has_patience = reader.states("patience");
  rules.has_occupancy = reader.states("occupancy");
  rules.open = read_measured(reader, "open", context);
  rules.is_always_open = !reader.states("open");
  rules.profile = read_profile(reader, context);
  rules.agents = reader.choice("agents", counts).value_or(engine::AgentCount::smooth);
  return staffing;
}

}  // namespace

const SectionKeys workload_keys = {"streams.*.workload", workload};
const SectionKeys queue_keys = {"streams.*.queue", queue};

std::optional<StaffingSection> read_staffing(const MapReader& stream, const ReadContext& context) {
  std::vector<std::string_view> stated;
  for (const std::string_view key : {"formula", "workload", "queue"}) {
    if (stream.states(key)) stated.push_back(key);
  }
  if (stated.size() > 1) {
    const DocumentEntry& second = *stream.node().find(stated[1]);
    context.problems.error(
        second.key_place, stream.path_of(stated[1]),
        fmt::format("stands beside `{}`; a stream has one of `formula`, `workload` and `queue`", stated[0]));
    return std::nullopt;
  }
  const auto read = [&](std::string_view key, const SectionKeys& keys,
                        auto read_section) -> std::optional<StaffingSection> {
    const DocumentNode* const node = stream.find(key);
    if (node == nullptr || !expect_map(*node, stream.path_of(key), "keys and values", context.problems)) {
      return std::nullopt;
    }
    const MapReader reader(*node, stream.path_of(key), keys.keys, context.problems);
    StaffingSection staffing = read_section(reader, context);
    staffing.path = stream.path_of(key);
    staffing.place = node->place;
    return staffing;
  };
  if (std::optional<StaffingSection> workload_section = read("workload", workload_keys, read_workload)) {
    return workload_section;
  }
  return read("queue", queue_keys, read_queue);
}

}  // namespace wayworth::scenarios
