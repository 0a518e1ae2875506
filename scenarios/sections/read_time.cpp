#include "scenarios/sections/read_time.hpp"

#include <charconv>

#include <fmt/format.h>

namespace wayworth::scenarios {
namespace {

using Use = Key::Use;

constexpr std::array<Choice<int>, 3> steps_a_year = {{{"month", 12}, {"quarter", 4}, {"year", 1}}};

constexpr std::array<Key, 3> keys = {{
    {"start", Use::required, shapes::text_like("^[0-9]{4}-(0[1-9]|1[0-2])$"), "first month"},
    {"horizon", Use::required, shapes::text_like("^[1-9][0-9]* (month|quarter|year)s?$"), "how far the case looks"},
    {"step", Use::optional, shapes::one_of<steps_a_year>, "length of a step of the simulation"},
}};

/// Longer than any business case; keeps a slip of the finger from filling the memory.
constexpr int max_years = 100;

/// The digits of `text` from `from` to before `to` as a number; nothing when there are others among them.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t to) {
  if (text.size() < to) return std::nullopt;
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data() + from, text.data() + to, value);
  if (error != std::errc{} || stop != text.data() + to || text[from] == '-') return std::nullopt;
  return value;
}

void read_start(const MapReader& reader, engine::Timeline& time) {
  const std::optional<std::string> text = reader.text("start");
  if (!text) return;
  const std::optional<int> year = digits(*text, 0, 4);
  const std::optional<int> month = digits(*text, 5, 7);
  if (text->size() == 7 && (*text)[4] == '-' && year && month && 1 <= *month && *month <= 12) {
    time.start_year = *year;
    time.start_month = *month;
    return;
  }
  reader.problems().error(reader.find("start")->place, "time.start",
                          fmt::format("must be a year and a month such as 2026-01, not `{}`", *text));
}

/// "36 months" as 36; nothing when it is no horizon.
std::optional<int> months_of(std::string_view text) {
  const std::size_t space = text.find(' ');
  const std::optional<int> count = space == std::string_view::npos ? std::nullopt : digits(text, 0, space);
  if (!count || *count < 1 || *count > 12 * max_years) return std::nullopt;
  const std::string_view word = text.substr(space + 1);
  if (word == "month" || word == "months") return *count;
  if (word == "quarter" || word == "quarters") return *count * 3;
  if (word == "year" || word == "years") return *count * 12;
  return std::nullopt;
}

void read_horizon(const MapReader& reader, engine::Timeline& time) {
  const std::optional<std::string> text = reader.text("horizon");
  if (!text) return;
  const std::optional<int> months = months_of(*text);
  const int months_a_step = 12 / time.steps_per_year;
  const Place place = reader.find("horizon")->place;
  if (!months || *months > 12 * max_years) {
    reader.problems().error(place, "time.horizon",
                            fmt::format("must be a time such as `36 months`, `12 quarters` or `5 years` (at most {} "
                                        "years), not `{}`",
                                        max_years, *text));
  } else if (*months % months_a_step != 0) {
    reader.problems().error(place, "time.horizon",
                            fmt::format("`{}` must be a whole number of steps of {} months", *text, months_a_step));
  } else {
    time.steps = static_cast<std::size_t>(*months / months_a_step);
  }
}

}  // namespace

const SectionKeys time_keys = {"time", keys};

engine::Timeline read_time(const DocumentNode& node, Problems& problems) {
  const MapReader reader(node, "time", keys, problems);
  engine::Timeline time;
  time.steps_per_year = reader.choice("step", steps_a_year).value_or(12);
  read_start(reader, time);
  read_horizon(reader, time);
  return time;
}

}  // namespace wayworth::scenarios
