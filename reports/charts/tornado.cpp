#include <fmt/format.h>

#include <algorithm>

#include "reports/cells.hpp"
#include "reports/charts/chart.hpp"
#include "reports/charts/chart_parts.hpp"
#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::InputId;
using engine::Measure;
using engine::Model;

constexpr std::size_t most_rows = 15;

/// The NPV at either end of an input.
struct Bar {
  InputId input;
  engine::Estimate at_low;
  engine::Estimate at_high;
  std::string low;  ///< the input there
  std::string high;
  std::optional<double> share;  ///< of the spread
};

/// From trials that were run anyway: where an input is in its lowest and its highest tenth.
std::vector<Bar> bars_of_run(const Model& model, const engine::RunSensitivity& found) {
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < std::min(most_rows, found.from_trials.inputs.size()); ++i) {
    const engine::InputSensitivity& one = found.from_trials.inputs[i];
    const engine::OuterTenths& ends = found.outer_tenths[i];
    const auto& distribution = model.inputs[engine::index_of(one.input)].distribution;
    const bool is_coin = std::holds_alternative<engine::Bernoulli>(distribution);
    const bool is_worlds = model.worlds && model.worlds->input == one.input;
    const auto text = [&](const char* sign, double value) {
      return (is_coin || is_worlds ? "" : sign) + input_value_text(model, one.input, value);
    };
    bars.push_back({one.input, one.change.first, one.change.last, text("\u2264 ", ends.low), text("\u2265 ", ends.high),
                    one.first_order.value});
  }
  return bars;
}

/// With one input held at its P10 and P90: what others do along with it is not in these.
std::vector<Bar> bars_one_at_a_time(const Model& model, const engine::Sensitivity& found) {
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < std::min(most_rows, found.one_at_a_time.size()); ++i) {
    const engine::OneAtATime& one = found.one_at_a_time[i];
    bars.push_back({one.input, one.at_low, one.at_high, input_value_text(model, one.input, one.low_value),
                    input_value_text(model, one.input, one.high_value), std::nullopt});
  }
  return bars;
}

Table table_of(const Model& model, const Findings& findings, const std::vector<Bar>& bars) {
  const Cells cells(findings.manifest);
  Table table{"Mean NPV at both ends of each input",
              model.currency,
              {text_column("Input"), number_column("Low"), number_column("NPV there"), number_column("High"),
               number_column("NPV there"), number_column("Share of the spread")},
              {}};
  for (const Bar& bar : bars) {
    const double points = bar.share ? std::max(0.0, 100.0 * *bar.share) : 0.0;
    table.rows.push_back({input_in_words(model, bar.input), Instead{bar.low}, cells.estimate(Kind::money, bar.at_low),
                          Instead{bar.high}, cells.estimate(Kind::money, bar.at_high),
                          Instead{bar.share ? (points < 1.0 ? "< 1 %" : fmt::format("{:.0f} %", points)) : ""}});
    const auto initiative = initiative_of(model, bar.input);
    table.about.push_back(initiative ? about_initiative(*initiative) : RowSubject{});
  }
  return table;
}

std::string data_of(const Model& model, double base, const std::vector<Bar>& bars) {
  std::vector<double> sizes = {base};
  for (const Bar& bar : bars) sizes.insert(sizes.end(), {bar.at_low.value, bar.at_high.value});
  const Amounts amounts(model, sizes);
  Json rows = Json::array();
  for (const Bar& bar : bars) {
    const auto initiative = initiative_of(model, bar.input);
    rows.push_back({{"initiative", initiative ? static_cast<int>(id_of(*initiative)) : -1},
                    {"name", input_in_words(model, bar.input)},
                    {"atLow", amounts.of(bar.at_low.value)},
                    {"atHigh", amounts.of(bar.at_high.value)},
                    {"low", bar.low},
                    {"high", bar.high}});
  }
  return text_of(
      {{"kind", "tornado"}, {"unit", amounts.unit()}, {"base", amounts.of(base)}, {"rows", std::move(rows)}});
}

}  // namespace

MaybeChart tornado_chart(const Model& model, const Findings& findings, const ReportExtras& extras) {
  std::vector<Bar> bars;
  std::string text;
  if (extras.sensitivity != nullptr) {
    bars = bars_one_at_a_time(model, *extras.sensitivity);
    text =
        "Each bar: the mean NPV with one input at its P10 and at its P90, all others drawn as ever. The input's values "
        "stand at the ends.";
  } else if (extras.of_run != nullptr) {
    bars = bars_of_run(model, *extras.of_run);
    text =
        "Each bar: the mean NPV of the tenth of the trials with the lowest, and of that with the highest values of one "
        "input, which stand at the ends. Of inputs that go together each is credited with what the others do.";
  }
  if (bars.empty()) return std::nullopt;
  const double base = findings.options.front()[Measure::npv].mean->value;
  return Chart{"tornado",
               "What moves the mean NPV, and how far",
               text,
               {{table_of(model, findings, bars)}},
               data_of(model, base, bars)};
}

}  // namespace wayworth::reports
