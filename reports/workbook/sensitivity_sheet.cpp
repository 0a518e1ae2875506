#include "reports/workbook/sensitivity_sheet.hpp"

#include <fmt/format.h>

#include <cmath>

#include "reports/input_names.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::Estimate;
using engine::InputId;
using engine::Model;
using engine::Sensitivity;

constexpr const char* sheet_name = "Sensitivity";
constexpr std::size_t most_lines = 8;  ///< of a chart, to be told apart

/// Tables below each other; those of an analysis with one input at a time, those of a run without.
class SensitivitySheet {
public:
  SensitivitySheet(const Model& model, const ReportExtras& extras) : model_(model), extras_(extras), pen_(sheet_) {
    sheet_.name = sheet_name;
    sheet_.widths = {52};
    sheet_.further_width = 15;
    sheet_.frozen_columns = 1;
  }

  Sheet make() {
    pen_.text("Sensitivity: what the NPV hangs on", Look::title).next_row();
    pen_.text(fmt::format("The NPV of the programme of option {}, in {}: values, from all trials. Behind each mean its "
                          "standard error.",
                          model_.options.front().name, model_.currency),
              Look::note);
    pen_.next_row(2);
    if (extras_.sensitivity != nullptr) {
      add_analysis(*extras_.sensitivity);
    } else {
      add_tenths(extras_.of_run->from_trials, &extras_.of_run->outer_tenths);
      add_worth(extras_.of_run->choice, "Value of knowing an input before choosing the option");
    }
    return std::move(sheet_);
  }

private:
  void add_analysis(const Sensitivity& found) {
    add_one_at_a_time(found);
    add_spider(found);
    for (const engine::TwoWayTable& table : found.tables) add_table(table);
    add_break_evens(found);
    add_flips(found);
    add_tenths(found.from_trials, nullptr);
    add_tail(found.tail);
    for (const engine::DecisionValue& decision : found.decisions) {
      add_worth(decision, "Value of knowing an input before deciding: " + name_of_decision(decision));
    }
  }

  void heading(const std::string& title, const std::string& note, std::initializer_list<const char*> columns) {
    pen_.text(title, Look::heading).next_row();
    pen_.text(note, Look::note).next_row();
    for (const char* name : columns) pen_.text(name, Look::column);
    pen_.next_row();
  }

  SensitivitySheet& input(InputId id) {
    pen_.text(input_in_words(model_, id));
    return *this;
  }

  void money(const Estimate& estimate) {
    pen_.number(estimate.value, NumberKind::simulated_money);
    std::isfinite(estimate.standard_error) ? pen_.number(estimate.standard_error, NumberKind::simulated_money)
                                           : pen_.text("?", Look::note);
  }

  void add_one_at_a_time(const Sensitivity& found) {
    heading("One input at a time",
            fmt::format("Mean NPV of {} trials with the input at its P10 and at its P90 (of a chance: 0 and 1), all "
                        "others drawn as ever.",
                        found.one_at_a_time_trials),
            {"Input", "Low value", "High value", "NPV at low", "error", "NPV at high", "error", "Difference", "error"});
    for (const engine::OneAtATime& one : found.one_at_a_time) {
      input(one.input);
      pen_.number(one.low_value, NumberKind::figure).number(one.high_value, NumberKind::figure);
      money(one.at_low);
      money(one.at_high);
      money(one.swing);
      pen_.next_row();
    }
    pen_.next_row();
  }

  /// The percentiles downwards, so that each input is a line of the chart.
  void add_spider(const Sensitivity& found) {
    std::vector<const engine::SpiderLine*> lines;
    for (const engine::SpiderLine& line : found.spider) {
      const bool is_line = line.means.size() == engine::spider_percentiles.size();  // a chance has two sides only
      if (is_line && lines.size() < most_lines) lines.push_back(&line);
    }
    if (lines.empty()) return;
    pen_.text("Along one input (spider)", Look::heading).next_row();
    pen_.text(fmt::format("Mean NPV of {} trials with the input at its percentiles, all others drawn as ever.",
                          found.break_even_trials),
              Look::note);
    pen_.next_row();
    pen_.text("Percentile of the input", Look::column);
    for (const engine::SpiderLine* line : lines) pen_.text(input_in_words(model_, line->input), Look::column);
    pen_.next_row();
    const std::size_t first = pen_.row();
    const std::size_t last = first + engine::spider_percentiles.size() - 1;
    for (std::size_t i = 0; i < engine::spider_percentiles.size(); ++i) {
      pen_.text(fmt::format("P{:.0f}", 100.0 * engine::spider_percentiles[i]));
      for (const engine::SpiderLine* line : lines) pen_.number(line->means[i].value, NumberKind::simulated_money);
      pen_.next_row();
    }
    SheetChart chart{SheetChart::Kind::lines,
                     "Mean NPV along one input",
                     "Percentile of the input",
                     model_.currency,
                     pen_.row() + 1,
                     0,
                     {}};
    for (std::size_t i = 0; i < lines.size(); ++i) {
      chart.series.push_back(
          {input_in_words(model_, lines[i]->input), sheet_name, {first, 0, last, 0}, {first, i + 1, last, i + 1}});
    }
    sheet_.charts.push_back(std::move(chart));
    pen_.next_row(rows_of_chart);
  }

  void add_table(const engine::TwoWayTable& table) {
    pen_.text("Two inputs together", Look::heading).next_row();
    pen_.text(fmt::format("Mean NPV with {} downwards and {} across, at P5, P25, P50, P75 and P95, all others drawn as "
                          "ever.",
                          input_in_words(model_, table.rows), input_in_words(model_, table.columns)),
              Look::note);
    pen_.next_row();
    pen_.text(input_in_words(model_, table.rows), Look::column);
    for (const double value : table.column_values) pen_.number(value, NumberKind::figure, Look::total);
    pen_.next_row();
    for (std::size_t row = 0; row < table.row_values.size(); ++row) {
      pen_.number(table.row_values[row], NumberKind::figure, Look::total);
      for (const Estimate& mean : table.means[row]) pen_.number(mean.value, NumberKind::simulated_money);
      pen_.next_row();
    }
    pen_.next_row();
  }

  [[nodiscard]] std::string name_of_figure(const engine::BreakEven& one) const {
    return one.input ? input_in_words(model_, *one.input) : model_.drivers[engine::index_of(*one.driver)].name;
  }

  /// Of the first target, a mean NPV of 0.
  void add_break_evens(const Sensitivity& found) {
    heading(
        "Break-evens",
        fmt::format("Where the mean NPV of {} trials is 0 if the figure stands there; looked for in twice the width "
                    "of what is possible.",
                    found.break_even_trials),
        {"Figure", "Now", "Looked from", "Looked to", "NPV is 0 at", "Chance of less"});
    for (const engine::BreakEven& one : found.break_evens) {
      const auto begin = [&] {
        pen_.text(name_of_figure(one)).number(one.now, NumberKind::figure);
        pen_.number(one.searched_from, NumberKind::figure).number(one.searched_to, NumberKind::figure);
      };
      if (one.places.empty() || one.places.front().empty()) {
        begin();
        pen_.text("nowhere").next_row();
        continue;
      }
      for (const engine::BreakEven::Place& place : one.places.front()) {
        begin();
        pen_.number(place.value, NumberKind::figure).number(place.probability_below, NumberKind::share).next_row();
      }
    }
    pen_.next_row();
  }

  [[nodiscard]] std::string name_of_decision(const engine::DecisionValue& decision) const {
    if (!decision.initiative) return "which option";
    return "whether to do " + name_of(model_, *decision.initiative);
  }

  void add_flips(const Sensitivity& found) {
    heading("What would turn a decision",
            "The smallest joint change of a few inputs with which the choice would be another one; 4 standard "
            "deviations are looked at.",
            {"Decision", "Best on average", "Next best", "Standard deviations", "Chance of as much", "Input",
             "Moves to", "Its percentile"});
    for (std::size_t i = 0; i < found.decisions.size(); ++i) {
      const engine::DecisionFlip& turn = found.flips[i];
      const auto begin = [&] {
        pen_.text(name_of_decision(found.decisions[i]));
        pen_.text(name_of_choice(model_, found.decisions[i], turn.best));
        pen_.text(name_of_choice(model_, found.decisions[i], turn.next));
      };
      if (!turn.flip.distance) {
        begin();
        pen_.text("none within 4").next_row();
        continue;
      }
      for (const engine::Flip::Change& change : turn.flip.changes) {
        begin();
        pen_.number(*turn.flip.distance, NumberKind::figure).number(turn.flip.probability, NumberKind::share);
        pen_.text(input_in_words(model_, change.input)).number(change.value, NumberKind::figure);
        pen_.number(change.percentile, NumberKind::share).next_row();
      }
    }
    pen_.next_row();
  }

  void add_tenths(const engine::TrialSensitivity& found, const std::vector<engine::OuterTenths>* tenths) {
    heading("Trials sorted by one input",
            "Mean NPV of the tenth of the trials with the lowest, and of that with the highest values of the input. Of "
            "inputs that go together each is credited with what the others do.",
            {"Input", "Lowest tenth: up to", "Highest tenth: from", "NPV in the lowest", "error", "NPV in the highest",
             "error", "Share of the variance", "Rank correlation"});
    for (std::size_t i = 0; i < found.inputs.size(); ++i) {
      const engine::InputSensitivity& one = found.inputs[i];
      input(one.input);
      tenths == nullptr
          ? pen_.skip(2)
          : pen_.number((*tenths)[i].low, NumberKind::figure).number((*tenths)[i].high, NumberKind::figure);
      money(one.change.first);
      money(one.change.last);
      pen_.number(one.first_order.value, NumberKind::share).number(one.spearman.value, NumberKind::figure).next_row();
    }
    pen_.next_row();
  }

  void add_tail(const engine::TailProfile& tail) {
    heading("What the worst trials have in common",
            fmt::format("{} trials, the worst {:.0f} %.", tail.trials, 100.0 * tail.share),
            {"Input", "Mean in all trials", "Mean in the worst", "error", "Mean percentile in the worst", "error"});
    for (const engine::TailShift& shift : tail.inputs) {
      input(shift.input);
      pen_.number(shift.mean, NumberKind::figure).number(shift.in_tail.value, NumberKind::figure);
      pen_.number(shift.in_tail.standard_error, NumberKind::figure);
      pen_.number(shift.percentile.value, NumberKind::share).number(shift.percentile.standard_error, NumberKind::share);
      pen_.next_row();
    }
    pen_.next_row();
  }

  void add_worth(const engine::DecisionValue& decision, const std::string& title) {
    heading(title, "The most that a study of the input may cost (EVPPI). What is below the noise floor may be nothing.",
            {"Input", "EVPPI", "error", "Noise floor"});
    pen_.text("Everything (EVPI)", Look::total);
    money(decision.perfect.value);
    pen_.next_row();
    for (const engine::InputWorth& one : decision.inputs) {
      input(one.input);
      money(one.worth.value);
      pen_.number(one.worth.noise_floor, NumberKind::simulated_money).next_row();
    }
    pen_.next_row();
  }

  static constexpr std::size_t rows_of_chart = 24;

  const Model& model_;
  const ReportExtras& extras_;
  Sheet sheet_;
  SheetPen pen_;
};

}  // namespace

Sheet sensitivity_sheet(const Model& model, const ReportExtras& extras) {
  return SensitivitySheet(model, extras).make();
}

}  // namespace wayworth::reports
