#include "reports/charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/execute/reference.hpp"
#include "engine/execute/reference_inputs.hpp"
#include "reports/cells.hpp"
#include "reports/digits.hpp"
#include "reports/sections/sections.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/subjects.hpp"

namespace wayworth::reports {

namespace {

using engine::Findings;
using engine::Measure;
using engine::Model;
using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Amounts of money as one chart shows them: in the scale of the largest.
class Amounts {
public:
  Amounts(const Model& model, const std::vector<double>& amounts) {
    double largest = 0.0;
    for (const double amount : amounts) largest = std::max(largest, std::fabs(amount));
    const MoneyScale scale = common_scale_for(largest);
    factor_ = factor_of(scale);
    const std::string words = words_for(scale);
    unit_ = words.empty() ? model.currency : model.currency + " " + words;
  }

  [[nodiscard]] double of(double amount) const { return amount / factor_; }

  [[nodiscard]] std::vector<double> of(std::vector<double> amounts) const {
    for (double& amount : amounts) amount /= factor_;
    return amounts;
  }

  [[nodiscard]] const std::string& unit() const { return unit_; }

private:
  double factor_ = 1.0;
  std::string unit_;
};

Column text_column(const char* name) {
  return {name, Align::left, 1, false};
}

Column number_column(const std::string& name) {
  return {name, Align::right, 1, false};
}

/// A bound of a bin: exact, as many digits as it has.
Instead edge(const Amounts& amounts, double value) {
  return {plain_figure(amounts.of(value))};
}

Table histogram_table(const engine::Histogram& histogram, const Amounts& amounts, std::uint64_t trials) {
  Table table{"Trials by NPV, " + amounts.unit(),
              "",
              {number_column("From"), number_column("To"), number_column("Trials"), number_column("Up to here")},
              {}};
  std::uint64_t sum = 0;
  const auto add = [&](Cell from, Cell to, std::uint64_t count) {
    sum += count;
    table.rows.push_back({std::move(from), std::move(to), Figure{Kind::count, static_cast<double>(count), 0.0},
                          Probability{static_cast<double>(sum) / static_cast<double>(trials), trials}});
  };
  const auto at = [&](std::size_t i) {
    return edge(amounts, histogram.low + static_cast<double>(i) * histogram.width);
  };
  if (histogram.below > 0) add(Instead{"less"}, at(0), histogram.below);
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) add(at(i), at(i + 1), histogram.counts[i]);
  if (histogram.above > 0) add(at(histogram.counts.size()), Instead{"more"}, histogram.above);
  return table;
}

Chart histogram_chart(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  const engine::Figures& programme = findings.options.front();
  const engine::OutcomeDistribution& distribution = findings.npv_distributions.front();
  const engine::Histogram& histogram = distribution.histogram;
  const Amounts amounts(model, distribution.percentiles);
  const auto percentile = [&](double p) { return amounts.of(quantile(programme[Measure::npv], p).value().value); };
  const Json data = {{"kind", "histogram"},
                     {"unit", amounts.unit()},
                     {"low", amounts.of(histogram.low)},
                     {"width", amounts.of(histogram.width)},
                     {"counts", histogram.counts},
                     {"below", histogram.below},
                     {"above", histogram.above},
                     {"p10", percentile(0.1)},
                     {"p50", percentile(0.5)},
                     {"p90", percentile(0.9)}};
  const std::string& name = model.options.front().name;
  return {"npv-histogram", fmt::format("NPV of \u201C{}\u201D: how often which value", name),
          worth_sentence("\u201C" + name + "\u201D", model, programme, cells),
          histogram_table(histogram, amounts, findings.manifest.trials), text_of(data)};
}

Chart curves_chart(const Model& model, const Findings& findings) {
  constexpr std::array shown = {5, 10, 25, 50, 75, 90, 95};
  std::vector<double> all;
  for (const auto& one : findings.npv_distributions) {
    all.insert(all.end(), one.percentiles.begin(), one.percentiles.end());
  }
  const Amounts amounts(model, all);
  const Cells cells(findings.manifest);
  Json series = Json::array();
  Table table{"NPV by option", model.currency, {text_column("Option")}, {}};
  for (const int p : shown) table.columns.push_back(number_column(fmt::format("P{}", p)));
  for (std::size_t i = 0; i < findings.options.size(); ++i) {
    series.push_back(
        {{"name", model.options[i].name}, {"values", amounts.of(findings.npv_distributions[i].percentiles)}});
    std::vector<Cell> row = {model.options[i].name};
    for (const int p : shown) row.push_back(cells.quantile(Measure::npv, findings.options[i], p / 100.0));
    table.rows.push_back(std::move(row));
  }
  return {"npv-curves", "NPV: the chance of less, option by option",
          "For every option the chance of an NPV below a figure. A curve further to the right is better.",
          std::move(table), text_of({{"kind", "curves"}, {"unit", amounts.unit()}, {"series", std::move(series)}})};
}

std::vector<double> values_of(const std::vector<engine::FlowPoint>& points, double engine::FlowPoint::*member) {
  std::vector<double> values;
  for (const engine::FlowPoint& point : points) values.push_back(point.*member);
  return values;
}

std::string period_name(const Model& model, std::size_t step) {
  return step == 0 ? "start" : month_of_step(model.time, step);
}

Table fan_table(const Model& model, const Findings& findings) {
  Table table{"Cumulative net cash, undiscounted", model.currency, {text_column("End of")}, {}};
  for (const char* name : {"P10", "P50", "P90", "Mean"}) table.columns.push_back(number_column(name));
  for (std::size_t i = 0; i < findings.by_step.cumulative.size(); ++i) {
    const engine::FlowPoint& point = findings.by_step.cumulative[i];
    const auto cell = [&](double value) -> Cell {
      if (!std::isfinite(point.mean.standard_error)) return Instead{"?"};
      return Figure{Kind::money, value, point.mean.standard_error};
    };
    table.rows.push_back(
        {period_name(model, i), cell(point.p10), cell(point.p50), cell(point.p90), cell(point.mean.value)});
  }
  return table;
}

Json payback_of(const engine::Summary& payback) {
  Json months = Json::array();
  for (const double p : {0.1, 0.5, 0.9}) {
    const auto estimate = quantile(payback, p);
    if (estimate && std::isfinite(estimate->value)) months.push_back(estimate->value);
  }
  return months;
}

struct Timing {
  engine::InitiativeId initiative;
  double start;  ///< months from the start of the model, as the next two
  double live;
  double full;
};

/// When each initiative of the first option starts, goes live and is in full effect, with every input at its mean.
std::vector<Timing> timings(const Model& model) {
  const auto members = engine::members_of(model.options.front());
  const std::vector<double> inputs = engine::point_inputs(model, engine::Point::mean);
  std::vector<Timing> all;
  for (const auto& one : engine::evaluate_trial(model, inputs, 0, members).initiatives) {
    all.push_back({one.initiative, one.start_months, one.go_live_months, one.go_live_months + one.ramp_months});
  }
  std::stable_sort(all.begin(), all.end(), [](const Timing& a, const Timing& b) { return a.start < b.start; });
  return all;
}

Json bridge_steps(const Model& model, const Findings& findings, const Amounts& amounts) {
  constexpr std::size_t most_parts = 20;  // more bars than that cannot be read
  Json steps = Json::array();
  const auto add = [&](const std::string& name, double value, bool is_total) {
    steps.push_back({{"name", name}, {"value", amounts.of(value)}, {"isTotal", is_total}});
  };
  if (findings.by_npv.size() <= most_parts) {
    for (const auto& ranked : findings.by_npv) add(name_of(model, ranked.initiative), ranked.value.value, false);
  }
  add("Sum of the parts", findings.bridge.sum_alone.value, true);
  add("Overlap (-) or synergy (+)", findings.bridge.overlap.value, false);
  add("Programme", findings.bridge.programme.value, true);
  return steps;
}

Table bridge_table(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  Table table{"From the sum of the parts to the programme, mean NPV",
              model.currency,
              {text_column(""), {"NPV", Align::right, 1, true}},
              {}};
  const auto add = [&](const std::string& name, const engine::Estimate& value) {
    table.rows.push_back({name, cells.estimate(Kind::money, value)});
  };
  for (const auto& ranked : findings.by_npv) add(name_of(model, ranked.initiative), ranked.value);
  add("= Sum of the parts", findings.bridge.sum_alone);
  add("+ Overlap (-) or synergy (+)", findings.bridge.overlap);
  add("= Programme", findings.bridge.programme);
  return table;
}

Chart ranks_chart(const Model& model, const Findings& findings) {
  constexpr std::size_t most_places = 12;
  const std::size_t places = std::min(most_places, findings.place_shares.size());
  Json names = Json::array();
  Json shares = Json::array();
  Table table{"How often each initiative takes which place by NPV alone", "", {text_column("Initiative")}, {}};
  for (std::size_t place = 0; place < places; ++place) {
    table.columns.push_back(number_column(fmt::format("{}.", place + 1)));
  }
  for (std::size_t i = 0; i < findings.by_npv.size(); ++i) {
    const std::string& name = name_of(model, findings.by_npv[i].initiative);
    const std::vector<double> row(findings.place_shares[i].begin(),
                                  findings.place_shares[i].begin() + static_cast<std::ptrdiff_t>(places));
    names.push_back(name);
    shares.push_back(row);
    std::vector<Cell> cells = {name};
    for (const double share : row) cells.emplace_back(Probability{share, findings.manifest.trials});
    table.rows.push_back(std::move(cells));
  }
  const std::string first = name_of(model, findings.by_npv.front().initiative);
  const double most = findings.by_npv.front().placed[0].value;
  return {"ranks", "How sure the ranking is: how often each initiative takes which place (%)",
          fmt::format("{} is first in {}.", first, of_100_futures(most, findings.manifest.trials)), std::move(table),
          text_of({{"kind", "ranks"}, {"names", std::move(names)}, {"shares", std::move(shares)}})};
}

Chart bubbles_chart(const Model& model, const Findings& findings) {
  const Cells cells(findings.manifest);
  std::vector<double> sizes;
  for (const auto& ranked : findings.by_npv) {
    const engine::Figures& alone = findings_of(findings, ranked.initiative).alone;
    sizes.push_back(ranked.value.value);
    if (alone[Measure::pv_costs].mean) sizes.push_back(alone[Measure::pv_costs].mean->value);
  }
  const Amounts amounts(model, sizes);
  Json points = Json::array();
  Table table{"Value, cost and chance of loss of each initiative on its own",
              model.currency,
              {text_column("Initiative"), number_column("PV of costs"), number_column("NPV mean"),
               number_column("Chance of loss")},
              {}};
  for (const auto& ranked : findings.by_npv) {
    const engine::Figures& alone = findings_of(findings, ranked.initiative).alone;
    const std::string& name = name_of(model, ranked.initiative);
    const auto& cost = alone[Measure::pv_costs].mean;
    const auto& loss = alone[Measure::npv].probability_of_loss;
    points.push_back({{"name", name},
                      {"cost", amounts.of(cost ? cost->value : 0.0)},
                      {"npv", amounts.of(ranked.value.value)},
                      {"loss", loss ? loss->value : 0.0}});
    table.rows.push_back({name, cells.mean(Measure::pv_costs, alone), cells.mean(Measure::npv, alone),
                          cells.probability_of_loss(alone)});
  }
  return {"bubbles", "Value against cost; the larger the circle, the more often it loses money",
          "Each initiative by its mean NPV alone and the present value of its costs.", std::move(table),
          text_of({{"kind", "bubbles"}, {"unit", amounts.unit()}, {"points", std::move(points)}})};
}

}  // namespace

std::vector<Chart> distribution_charts(const Model& model, const Findings& findings) {
  if (findings.manifest.point) return {};
  return {histogram_chart(model, findings), curves_chart(model, findings)};
}

std::vector<Chart> cash_charts(const Model& model, const Findings& findings) {
  if (findings.manifest.point) return {};
  const auto& cumulative = findings.by_step.cumulative;
  const std::vector<double> p10 = values_of(cumulative, &engine::FlowPoint::p10);
  const std::vector<double> p90 = values_of(cumulative, &engine::FlowPoint::p90);
  std::vector<double> means;
  for (const engine::FlowPoint& point : cumulative) means.push_back(point.mean.value);
  std::vector<double> extremes = p10;
  extremes.insert(extremes.end(), p90.begin(), p90.end());
  const Amounts amounts(model, extremes);
  Json periods = Json::array();
  for (std::size_t i = 0; i < cumulative.size(); ++i) periods.push_back(period_name(model, i));
  const Json data = {{"kind", "fan"},
                     {"unit", amounts.unit()},
                     {"periods", std::move(periods)},
                     {"p10", amounts.of(p10)},
                     {"p50", amounts.of(values_of(cumulative, &engine::FlowPoint::p50))},
                     {"p90", amounts.of(p90)},
                     {"mean", amounts.of(means)},
                     {"payback", payback_of(findings.options.front()[Measure::payback])},
                     {"monthsPerPeriod", engine::months_per_step(model.time)}};
  const Cells cells(findings.manifest);
  return {
      {"cash-fan", fmt::format("Cumulative net cash, undiscounted, {}", amounts.unit()),
       payback_sentence(model, findings.options.front(), cells) + " The grey band is the time of payback, P10 to P90.",
       fan_table(model, findings), text_of(data)}};
}

std::vector<Chart> bridge_charts(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2) return {};
  const Amounts amounts(model, {findings.bridge.sum_alone.value, findings.bridge.programme.value});
  const Cells cells(findings.manifest);
  const auto money = [&](const engine::Estimate& estimate) {
    return model.currency + " " + in_words(cells.estimate(Kind::money, estimate));
  };
  return {{"npv-bridge", "From the sum of the parts to the programme",
           fmt::format(
               "The parts add up to {}; what they take from or give to each other is {}; the programme is worth {}.",
               money(findings.bridge.sum_alone), money(findings.bridge.overlap), money(findings.bridge.programme)),
           bridge_table(model, findings),
           text_of({{"kind", "bridge"}, {"unit", amounts.unit()}, {"steps", bridge_steps(model, findings, amounts)}})}};
}

std::vector<Chart> roadmap_charts(const Model& model, const Findings& findings) {
  if (findings.initiatives.empty()) return {};
  Json rows = Json::array();
  Table table{"Months from the start, with every input at its mean",
              "",
              {text_column("Initiative"), number_column("Starts"), number_column("Live"), number_column("Full effect")},
              {}};
  for (const Timing& timing : timings(model)) {
    const std::string& name = name_of(model, timing.initiative);
    rows.push_back({{"name", name}, {"start", timing.start}, {"live", timing.live}, {"full", timing.full}});
    const auto months = [](double value) { return Figure{Kind::months, value, 0.0}; };
    table.rows.push_back({name, months(timing.start), months(timing.live), months(timing.full)});
  }
  const double step = engine::months_per_step(model.time);
  Json phases = Json::array();
  for (const engine::Phase& phase : model.phases) {
    phases.push_back({{"name", phase.name},
                      {"from", static_cast<double>(phase.from - 1) * step},
                      {"to", static_cast<double>(phase.to) * step}});
  }
  const Json data = {{"kind", "gantt"},
                     {"months", horizon_months(model.time)},
                     {"startYear", model.time.start_year},
                     {"startMonth", model.time.start_month},
                     {"rows", std::move(rows)},
                     {"phases", std::move(phases)}};
  return {
      {"gantt", fmt::format("\u201C{}\u201D over time", model.options.front().name),
       "Dark: implementation. Light: the effect ramps up. With every input at its mean; a prerequisite that is late "
       "moves what needs it.",
       std::move(table), text_of(data)}};
}

std::vector<Chart> ranking_charts(const Model& model, const Findings& findings) {
  if (findings.by_npv.size() < 2 || findings.manifest.point) return {};
  return {ranks_chart(model, findings), bubbles_chart(model, findings)};
}

}  // namespace wayworth::reports
