#include "reports/sections/knowledge.hpp"

#include <fmt/format.h>

#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/sentences.hpp"

namespace wayworth::reports {

namespace {

using engine::DecisionValue;
using engine::Model;

std::string name_of_choice(const Model& model, std::size_t choice) {
  return choice < model.options.size() ? "\u201C" + model.options[choice].name + "\u201D" : "doing nothing";
}

std::string places_text(const Model& model, const engine::BreakEven& one) {
  std::string text;
  for (const auto& place : one.places) {
    text += (text.empty() ? "" : ", ") + input_value_text(model, one.input, place.value);
  }
  return text.empty() ? "none" : text;
}

}  // namespace

const DecisionValue* choice_among_options(const ReportExtras& extras) {
  if (extras.sensitivity != nullptr && !extras.sensitivity->decisions.empty()) {
    return &extras.sensitivity->decisions.front();
  }
  return extras.of_run == nullptr ? nullptr : &extras.of_run->choice;
}

std::vector<engine::InputWorth> worth_knowing(const DecisionValue& decision) {
  constexpr std::size_t most = 8;
  std::vector<engine::InputWorth> known;
  for (const engine::InputWorth& one : decision.inputs) {
    if (!one.worth.is_noise() && known.size() < most) known.push_back(one);
  }
  return known;
}

Blocks knowledge(const Model& model, const ReportExtras& extras) {
  const DecisionValue* const decision = choice_among_options(extras);
  if (decision == nullptr) return {};
  const engine::PerfectInformation& perfect = decision->perfect;
  std::string text = fmt::format("The choice is among {}doing nothing. Best on average is {}.",
                                 model.options.size() > 1 ? "the options and " : "the programme and ",
                                 name_of_choice(model, perfect.best));
  if (decision->inputs.empty()) {
    text += " Knowing everything first would add next to nothing: no question is worth asking for this choice.";
  } else {
    text += fmt::format(
        " Knowing everything before choosing would be worth {} {} on average; that is the most that any "
        "study could be worth.",
        model.currency, compact_money_with_error(perfect.value.value, perfect.value.standard_error));
    if (worth_knowing(*decision).empty()) text += " No single input is worth measuring for it.";
  }
  return {Paragraph{text}};
}

Blocks break_evens(const Model& model, const ReportExtras& extras) {
  if (extras.sensitivity == nullptr || extras.sensitivity->break_evens.empty()) return {};
  Table table{"Where the mean NPV is 0, one input at a time", "", {}, {}};
  table.columns = {{"Input", Align::left, 1, false},
                   {"Break-even", Align::right, 1, false},
                   {"Chance of less", Align::right, 1, false},
                   {"Searched from", Align::right, 2, false},
                   {"to", Align::right, 2, false}};
  for (const engine::BreakEven& one : extras.sensitivity->break_evens) {
    const std::string chance =
        one.places.empty() ? "" : fmt::format("{:.0f} %", 100.0 * one.places.front().probability_below);
    table.rows.push_back({input_in_words(model, one.input), Instead{places_text(model, one)}, Instead{chance},
                          Instead{plain_figure(one.searched_from)}, Instead{plain_figure(one.searched_to)}});
  }
  return {std::move(table),
          Paragraph{fmt::format("On {} trials. \u201CNone\u201D: not within twice the width of what is possible.",
                                grouped(static_cast<double>(extras.sensitivity->break_even_trials), 0))}};
}

}  // namespace wayworth::reports
