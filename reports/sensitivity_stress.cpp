#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/digits.hpp"
#include "reports/input_names.hpp"
#include "reports/sensitivity_parts.hpp"

namespace wayworth::reports {

namespace {

using engine::DecisionFlip;
using engine::Model;
using engine::Sensitivity;
using engine::TailShift;

constexpr std::size_t most_named = 3;
constexpr double clear = 3.0;  ///< standard errors from which on a shift is no chance

bool is_coin(const Model& model, engine::InputId input) {
  return std::holds_alternative<engine::Bernoulli>(model.inputs[index_of(input)].distribution);
}

bool is_clear(const TailShift& shift) {
  return std::abs(shift.percentile.value - 0.5) > clear * shift.percentile.standard_error;
}

/// The world that the worst trials are in so much more often than others.
std::size_t harmful_world(const TailShift& shift) {
  const auto excess = [](const TailShift::WorldShare& one) { return one.in_tail - one.in_all; };
  const auto most = std::max_element(shift.by_world.begin(), shift.by_world.end(),
                                     [&](const auto& a, const auto& b) { return excess(a) < excess(b); });
  return static_cast<std::size_t>(most - shift.by_world.begin());
}

/// What a table has of an input: its mean, or how often a world is the one.
struct ShiftTexts {
  std::string in_all;
  std::string in_tail;
};

ShiftTexts texts_of(const Model& model, const TailShift& shift) {
  if (!shift.by_world.empty()) {
    const std::size_t world = harmful_world(shift);
    const std::string& name = model.worlds->list[world].name;
    return {fmt::format("{} {:.0f} %", name, 100.0 * shift.by_world[world].in_all),
            fmt::format("{} {:.0f} %", name, 100.0 * shift.by_world[world].in_tail)};
  }
  if (is_coin(model, shift.input)) {
    return {fmt::format("{:.0f} % work", 100.0 * shift.mean),
            fmt::format("{:.0f} % work", 100.0 * shift.in_tail.value)};
  }
  return {input_value_text(model, shift.input, shift.mean), input_value_text(model, shift.input, shift.in_tail)};
}

std::string shift_text(const Model& model, const TailShift& shift, InputName name_input) {
  const std::string name = name_input(model, shift.input);
  if (is_coin(model, shift.input)) {
    return fmt::format("{} fails in {:.0f} of 100 ({:.0f} of 100 in all)", name, 100.0 * (1.0 - shift.in_tail.value),
                       100.0 * (1.0 - shift.mean));
  }
  const ShiftTexts texts = texts_of(model, shift);
  if (!shift.by_world.empty()) return fmt::format("the world is {} ({} in all)", texts.in_tail, texts.in_all);
  return fmt::format("{} averages {} ({} in all)", name, texts.in_tail, texts.in_all);
}

std::string decision_name(const Model& model, const engine::DecisionValue& decision) {
  return decision.initiative ? name_of(model, *decision.initiative) : "Which option";
}

std::string changed_to(const Model& model, const engine::DecisionValue& decision, const DecisionFlip& flip) {
  if (!decision.initiative) {
    return fmt::format("{} instead of {}", name_of_choice(model, decision, flip.next),
                       name_of_choice(model, decision, flip.best));
  }
  return flip.best == 0 ? "no longer worth doing" : "worth doing after all";
}

std::string chance_text(double probability) {
  if (probability >= 0.01) return fmt::format("{:.0f} in 100", 100.0 * probability);
  if (probability >= 0.001) return fmt::format("{:.0f} in 1,000", 1000.0 * probability);
  return "fewer than 1 in 1,000";
}

std::string flip_text(const Model& model, const engine::DecisionValue& decision, const DecisionFlip& flip,
                      InputName name_input) {
  std::string places;
  for (const engine::Flip::Change& change : flip.flip.changes) {
    places += fmt::format("{}{} is {} (P{:.0f})", places.empty() ? "" : ", ", name_input(model, change.input),
                          input_value_text(model, change.input, change.value),
                          std::clamp(100.0 * change.percentile, 1.0, 99.0));
  }
  return fmt::format("{} when {}{}. Chance of that much or more: {}.", changed_to(model, decision, flip),
                     flip.flip.changes.size() > 1 ? "together " : "", places, chance_text(flip.flip.probability));
}

}  // namespace

Blocks tail_section(const Model& model, const Sensitivity& found, std::size_t most_rows, InputName name_input) {
  const engine::TailProfile& tail = found.tail;
  std::string text = fmt::format("In the worst {:.0f} of 100 futures the NPV is {} on average.", 100.0 * tail.share,
                                 money_text(model, tail.output));
  std::string named;
  for (std::size_t i = 0; i < std::min(most_named, tail.inputs.size()); ++i) {
    if (is_clear(tail.inputs[i]))
      named += (named.empty() ? " In them " : "; ") + shift_text(model, tail.inputs[i], name_input);
  }
  text += named.empty() ? " No input stands out in them." : named + ".";
  Table table{"Where the inputs stand in the worst futures", "", {}, {}};
  table.columns = {{"Input", Align::left, 1, false},
                   {"Mean in all", Align::right, 2, false},
                   {"In the worst", Align::right, 1, false},
                   {"Percentile", Align::right, 1, false}};
  for (const TailShift& shift : tail.inputs) {
    if (table.rows.size() == most_rows || !is_clear(shift)) break;
    const ShiftTexts texts = texts_of(model, shift);
    table.rows.push_back({name_input(model, shift.input), Instead{texts.in_all}, Instead{texts.in_tail},
                          Instead{fmt::format("{:.0f} \u00B1{:.0f}", 100.0 * shift.percentile.value,
                                              std::max(1.0, 100.0 * shift.percentile.standard_error))}});
  }
  Blocks blocks = {Heading{"What the worst futures have in common"}, Paragraph{text}};
  if (table.rows.empty()) return blocks;
  blocks.push_back(std::move(table));
  blocks.push_back(Paragraph{
      "The percentile is where the worst futures stand on average among all values of the input; 50 is no connection, "
      "and whatever is within three errors of it is left out. Of inputs that go together all are listed, whichever of "
      "them does the harm."});
  return blocks;
}

Blocks flip_section(const Model& model, const Sensitivity& found, InputName name_input) {
  std::vector<std::size_t> turned;
  std::string safe;
  for (std::size_t i = 0; i < found.flips.size(); ++i) {
    if (found.flips[i].flip.distance) {
      turned.push_back(i);
    } else {
      safe += (safe.empty() ? "" : "; ") + decision_name(model, found.decisions[i]);
    }
  }
  std::stable_sort(turned.begin(), turned.end(), [&](std::size_t a, std::size_t b) {
    return *found.flips[a].flip.distance < *found.flips[b].flip.distance;
  });
  Blocks blocks = {Heading{"What would turn a decision"}};
  for (const std::size_t i : turned) {
    blocks.push_back(Paragraph{decision_name(model, found.decisions[i]) + ": " +
                               flip_text(model, found.decisions[i], found.flips[i], name_input)});
  }
  std::string text = fmt::format(
      "Each is the smallest joint change of up to three inputs, on the way that turns the mean fastest, all others "
      "being drawn as ever; on {} trials, the next first.",
      grouped(static_cast<double>(found.break_even_trials), 0));
  if (!safe.empty()) text += " No such change down to 1 in 30,000 turns: " + safe + ".";
  blocks.push_back(Paragraph{text});
  return blocks;
}

}  // namespace wayworth::reports
