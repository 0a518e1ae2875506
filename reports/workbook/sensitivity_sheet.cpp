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
    sheet_.widths = {52, 24, 18};
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
      const engine::RunSensitivity& run = *extras_.of_run;
      begin_break_evens(run.break_even_trials);
      add_break_evens("The programme", run.targets, run.break_evens);
      pen_.next_row();
      add_headroom(run.targets, run.headroom);
      add_worth(run.choice, "Value of knowing an input before choosing the option");
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

  /// A value of an input, as the reports show it.
  void value_of(InputId id, double value) {
    if (model_.worlds && model_.worlds->input == id) {
      pen_.text(input_value_text(model_, id, value));
    } else {
      value_of(is_in_percent(model_, id), value);
    }
  }

  void value_of(const engine::BreakEven& one, double value) {
    one.input ? value_of(*one.input, value) : value_of(is_in_percent(model_, *one.driver), value);
  }

  void value_of(bool is_in_percent, double value) {
    constexpr double large = 1000.0;  // from here on decimals say nothing
    pen_.number(value, is_in_percent               ? NumberKind::share
                       : std::fabs(value) >= large ? NumberKind::simulated_money
                                                   : NumberKind::drawn);
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
      value_of(one.input, one.low_value);
      value_of(one.input, one.high_value);
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
    for (const double value : table.column_values) value_of(table.columns, value);
    pen_.next_row();
    for (std::size_t row = 0; row < table.row_values.size(); ++row) {
      value_of(table.rows, table.row_values[row]);
      for (const Estimate& mean : table.means[row]) pen_.number(mean.value, NumberKind::simulated_money);
      pen_.next_row();
    }
    pen_.next_row();
  }

  [[nodiscard]] std::string name_of_figure(const engine::BreakEven& one) const {
    return one.input ? input_in_words(model_, *one.input) : model_.drivers[engine::index_of(*one.driver)].name;
  }

  void add_break_evens(const Sensitivity& found) {
    begin_break_evens(found.break_even_trials);
    add_break_evens("The programme", found.targets, found.break_evens);
    for (const engine::InitiativeBreakEven& one : found.initiative_break_evens) {
      add_break_evens(name_of(model_, one.initiative), found.targets, one.inputs);
    }
    pen_.next_row();
    add_headroom(found.targets, found.headroom);
  }

  void begin_break_evens(std::uint64_t trials) {
    heading("Break-evens",
            fmt::format("Where a figure would have to stand for the target to be met, all others drawn as ever, on {} "
                        "trials; looked for in twice the width of what is possible.",
                        trials),
            {"Figure", "Of", "Target", "Now", "Looked from", "Looked to", "Met at", "error", "Chance of less"});
  }

  /// A row for every place, and one for a target that is met nowhere.
  void add_break_evens(const std::string& subject, const std::vector<engine::BreakEvenTarget>& targets,
                       const std::vector<engine::BreakEven>& found) {
    for (const engine::BreakEven& one : found) {
      if (!one.has_any()) {
        begin_break_even(subject, "every one", one);
        pen_.text("nowhere").next_row();
        continue;
      }
      for (std::size_t target = 0; target < one.places.size(); ++target) {
        for (const engine::BreakEven::Place& place : one.places[target]) {
          begin_break_even(subject, name_of_target(targets[target]), one);
          value_of(one, place.value);
          value_of(one, place.standard_error);
          pen_.number(place.probability_below, NumberKind::share).next_row();
        }
        if (!one.places[target].empty()) continue;
        begin_break_even(subject, name_of_target(targets[target]), one);
        pen_.text("nowhere").next_row();
      }
    }
  }

  void begin_break_even(const std::string& subject, const std::string& target, const engine::BreakEven& one) {
    pen_.text(name_of_figure(one)).text(subject).text(target);
    for (const double value : {one.now, one.searched_from, one.searched_to}) value_of(one, value);
  }

  void add_headroom(const std::vector<engine::BreakEvenTarget>& targets,
                    const std::vector<engine::SubjectHeadroom>& found) {
    heading(
        "How far all benefits, or all costs, could change before it breaks",
        "By the same percentage in every trial; initiatives on their own. Empty: no change of them alone is enough.",
        {"What", "Target", "All benefits", "error", "All costs", "error"});
    const auto change = [&](const std::optional<Estimate>& factor) {
      if (!factor) {
        pen_.skip(2);
        return;
      }
      pen_.number(factor->value - 1.0, NumberKind::share);
      std::isfinite(factor->standard_error) ? pen_.number(factor->standard_error, NumberKind::share) : pen_.skip();
    };
    for (const engine::SubjectHeadroom& one : found) {
      for (std::size_t target = 0; target < one.headroom.size(); ++target) {
        pen_.text(one.subject.initiative ? name_of(model_, *one.subject.initiative) : "The programme");
        pen_.text(name_of_target(targets[target]));
        change(one.headroom[target].benefits);
        change(one.headroom[target].costs);
        pen_.next_row();
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
        pen_.number(*turn.flip.distance, NumberKind::drawn).number(turn.flip.probability, NumberKind::share);
        pen_.text(input_in_words(model_, change.input));
        value_of(change.input, change.value);
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
      if (tenths == nullptr) {
        pen_.skip(2);
      } else {
        value_of(one.input, (*tenths)[i].low);
        value_of(one.input, (*tenths)[i].high);
      }
      money(one.change.first);
      money(one.change.last);
      pen_.number(one.first_order.value, NumberKind::share).number(one.spearman.value, NumberKind::drawn).next_row();
    }
    pen_.next_row();
  }

  void add_tail(const engine::TailProfile& tail) {
    heading("What the worst trials have in common",
            fmt::format("{} trials, the worst {:.0f} %.", tail.trials, 100.0 * tail.share),
            {"Input", "Mean in all trials", "Mean in the worst", "error", "Mean percentile in the worst", "error"});
    for (const engine::TailShift& shift : tail.inputs) {
      input(shift.input);
      if (shift.by_world.empty()) {
        value_of(shift.input, shift.mean);
        value_of(shift.input, shift.in_tail.value);
        value_of(shift.input, shift.in_tail.standard_error);
      } else {
        pen_.skip(3);  // worlds have no mean
      }
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
