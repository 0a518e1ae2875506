#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::BreakEven;
using engine::BreakEvenTarget;
using engine::Estimate;
using engine::Headroom;
using engine::Model;

/// Where space is short the first target stays, and the second, which is often close to it, goes first.
int priority_of_target(std::size_t target, std::size_t count) {
  if (target == 0) return 1;
  return target == 1 && count > 2 ? 4 : static_cast<int>(std::min<std::size_t>(target, 3));
}

std::vector<Column> columns_by_target(const std::vector<BreakEvenTarget>& targets) {
  std::vector<Column> columns;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    columns.push_back({name_of_target(targets[i]), Align::right, priority_of_target(i, targets.size()), false});
  }
  return columns;
}

std::string name_of_figure(const Model& model, const BreakEven& one, InputName name_input) {
  if (one.input) return name_input(model, *one.input);
  const engine::Driver& driver = model.drivers[index_of(*one.driver)];
  return name_input == short_name ? driver.key : driver.name;
}

std::string value_text(const Model& model, const BreakEven& one, double value) {
  return one.input ? input_value_text(model, *one.input, value) : driver_value_text(model, *one.driver, value);
}

std::string value_text(const Model& model, const BreakEven& one, const Estimate& value) {
  return one.input ? input_value_text(model, *one.input, value) : driver_value_text(model, *one.driver, value);
}

Cell places_cell(const Model& model, const BreakEven& one, std::size_t target) {
  std::string text;
  for (const BreakEven::Place& place : one.places[target]) {
    text += (text.empty() ? "" : ", ") + value_text(model, one, Estimate{place.value, place.standard_error});
  }
  return Instead{text.empty() ? "none" : text};
}

/// That an uncertain figure turns out on the far side of the first target's place that is nearest to its median.
Cell chance_beyond(const BreakEven& one) {
  const std::vector<BreakEven::Place>& places = one.places.front();
  if (places.empty() || !one.input) return Instead{""};
  const auto nearest = std::min_element(places.begin(), places.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.value - one.now) < std::abs(b.value - one.now);
  });
  const double chance = nearest->value < one.now ? nearest->probability_below : 1.0 - nearest->probability_below;
  if (chance <= 0.0) return Instead{"never"};
  return Instead{chance < 0.01 ? "< 1 %" : fmt::format("{:.0f} %", 100.0 * chance)};
}

/// What comes before the columns of the targets, and what behind them.
Table table_of_figures(const std::vector<BreakEvenTarget>& targets, const std::string& title) {
  Table table{title, "", {}, {}};
  table.columns = {{"Figure", Align::left, 1, false}, {"Now", Align::right, 2, false}};
  for (Column& column : columns_by_target(targets)) table.columns.push_back(std::move(column));
  table.columns.push_back({"Chance beyond", Align::right, 3, false});
  return table;
}

std::vector<Cell> row_of(const Model& model, const BreakEven& one, InputName name_input) {
  std::vector<Cell> row = {name_of_figure(model, one, name_input), Instead{value_text(model, one, one.now)}};
  for (std::size_t target = 0; target < one.places.size(); ++target) row.push_back(places_cell(model, one, target));
  row.push_back(chance_beyond(one));
  return row;
}

/// "a, b and 3 more".
std::string some_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) text += (i == 0 ? "" : ", ") + names[i];
  return names.size() > most ? text + fmt::format(" and {} more", names.size() - most) : text;
}

/// "-39 %": by how much something may change.
std::string change_text(const std::optional<Estimate>& factor) {
  if (!factor) return "none";
  const double error = 100.0 * factor->standard_error;
  const int decimals = std::isfinite(error) ? std::clamp(decimals_supported(error, 1), 0, 1) : 0;
  const std::string text = grouped(100.0 * (factor->value - 1.0), decimals) + " %";
  return factor->value > 1.0 && !text.starts_with("0 %") ? "+" + text : text;
}

Table headroom_table(const Model& model, const std::vector<BreakEvenTarget>& targets,
                     const std::vector<engine::SubjectHeadroom>& found, const std::string& what,
                     std::optional<Estimate> Headroom::*factor) {
  Table table{"By how much " + what + " could change before it breaks", "", {{"What", Align::left, 1, false}}, {}};
  for (Column& column : columns_by_target(targets)) table.columns.push_back(std::move(column));
  for (const engine::SubjectHeadroom& one : found) {
    std::vector<Cell> row = {one.subject.initiative ? name_of(model, *one.subject.initiative) : "The programme"};
    for (const Headroom& headroom : one.headroom) row.emplace_back(Instead{change_text(headroom.*factor)});
    table.rows.push_back(std::move(row));
    table.about.push_back(one.subject.initiative ? about_initiative(*one.subject.initiative) : RowSubject{});
  }
  return table;
}

/// The figure's name without that of the initiative, where a table has said it already.
std::string name_within(const Model& model, engine::InitiativeId initiative, const std::string& name) {
  const engine::Initiative& one = get(model, initiative);
  for (const std::string& before : {one.key + ".", one.name + ": "}) {
    if (name.starts_with(before)) return name.substr(before.size());
  }
  return name;
}

}  // namespace

std::string name_of_target(const BreakEvenTarget& target) {
  const std::string measure = target.measure == engine::Measure::cash_npv ? "cash NPV" : "NPV";
  if (!target.probability) {
    const std::string value = target.value == 0.0 ? "0" : compact_money(target.value, 0.0);
    return fmt::format("Mean {} {}", measure, value);
  }
  if (target.value == 0.0 && *target.probability != 0.5) {
    return fmt::format("P(loss) {} %{}", plain_figure(100.0 * *target.probability),
                       target.measure == engine::Measure::cash_npv ? " of cash" : "");
  }
  const std::string value = target.value == 0.0 ? "0" : compact_money(target.value, 0.0);
  return fmt::format("P{} of {} {}", plain_figure(100.0 * *target.probability), measure, value);
}

Blocks break_even_section(const Model& model, const std::vector<BreakEvenTarget>& targets,
                          const std::vector<BreakEven>& found, std::uint64_t trials, std::size_t most_rows,
                          InputName name_input) {
  Table table = table_of_figures(targets, "Where one figure would have to stand, all others drawn as ever");
  std::vector<std::string> none;
  std::size_t left_out = 0;
  for (const BreakEven& one : found) {
    if (!one.has_any()) {
      none.push_back(name_of_figure(model, one, name_input));
    } else if (table.rows.size() < most_rows) {
      table.rows.push_back(row_of(model, one, name_input));
    } else {
      ++left_out;
    }
  }
  std::string text = fmt::format("On {} trials. ", grouped(static_cast<double>(trials), 0));
  if (left_out > 0) text += fmt::format("{} more figures have such a place. ", left_out);
  if (!none.empty()) {
    text += fmt::format(
        "None within range for {} figure{}, searched over twice the width of what is possible, and from 0 to twice its "
        "value for a figure without a range: {}.",
        none.size(), none.size() == 1 ? "" : "s", some_names(none));
  }
  Blocks blocks;
  if (!table.rows.empty()) {
    blocks.emplace_back(std::move(table));
    text +=
        " \u201CNow\u201D is the median of what is uncertain; the last column the chance that it turns out on the far "
        "side of its first break-even.";
  }
  blocks.emplace_back(Paragraph{text});
  return blocks;
}

Blocks headroom_section(const Model& model, const std::vector<BreakEvenTarget>& targets,
                        const std::vector<engine::SubjectHeadroom>& found) {
  return {
      headroom_table(model, targets, found, "all benefits", &Headroom::benefits),
      headroom_table(model, targets, found, "all costs", &Headroom::costs),
      Paragraph{"By the same percentage in every trial, each initiative on its own. Minus: they may fall by so much, "
                "or have to; plus: they may rise, or have to. Taxes go with the benefits. \u201CNone\u201D: no "
                "change of them alone is enough."}};
}

Blocks initiative_break_even_section(const Model& model, const engine::Sensitivity& found, std::size_t most_of_each,
                                     InputName name_input) {
  if (found.initiative_break_evens.empty()) return {};
  Table table = table_of_figures(found.targets, "Where each initiative, on its own, breaks by one figure");
  table.columns.insert(table.columns.begin(), {"Initiative", Align::left, 1, false});
  std::string none;
  for (const engine::InitiativeBreakEven& initiative : found.initiative_break_evens) {
    std::size_t shown = 0;
    for (const BreakEven& one : initiative.inputs) {
      if (!one.has_any() || shown == most_of_each) continue;
      std::vector<Cell> row = row_of(model, one, name_input);
      row.front() = name_within(model, initiative.initiative, name_of_figure(model, one, name_input));
      row.insert(row.begin(), shown == 0 ? name_of(model, initiative.initiative) : std::string());
      table.rows.push_back(std::move(row));
      table.about.push_back(about_initiative(initiative.initiative));
      ++shown;
    }
    if (shown == 0) none += (none.empty() ? "" : "; ") + name_of(model, initiative.initiative);
  }
  const std::size_t looked_at = found.initiative_break_evens.front().inputs.size();
  std::string text =
      fmt::format("Of each the {} uncertain figures that it hangs on most. ", looked_at) +
      (none.empty() ? "" : "None of them within range for: " + none + ". ") +
      "`wayworth solve --vary FIGURE --target INITIATIVE.npv=0` does the same for any figure of the scenario.";
  if (table.rows.empty()) return {Paragraph{text}};
  return {std::move(table), Paragraph{text}};
}

}  // namespace wayworth::reports
