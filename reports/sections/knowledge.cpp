#include "reports/sections/knowledge.hpp"

#include <fmt/format.h>

#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sections/sentences.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::DecisionValue;
using engine::Model;

void append(Blocks& blocks, Blocks more) {
  for (Block& block : more) blocks.push_back(std::move(block));
}

std::string name_of_choice(const Model& model, std::size_t choice) {
  return choice < model.options.size() ? "\u201C" + model.options[choice].name + "\u201D" : "doing nothing";
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
  constexpr std::size_t most_rows = 20;
  constexpr std::size_t most_of_each = 4;
  Blocks blocks;
  if (const engine::Sensitivity* const found = extras.sensitivity) {
    append(blocks, headroom_section(model, found->targets, found->headroom));
    append(blocks, break_even_section(model, found->targets, found->break_evens, found->break_even_trials, most_rows,
                                      input_in_words));
    append(blocks, initiative_break_even_section(model, *found, most_of_each, input_in_words));
  } else if (const engine::RunSensitivity* const of_run = extras.of_run) {
    append(blocks, headroom_section(model, of_run->targets, of_run->headroom));
    append(blocks, break_even_section(model, of_run->targets, of_run->break_evens, of_run->break_even_trials, most_rows,
                                      input_in_words));
  }
  return blocks;
}

}  // namespace wayworth::reports
