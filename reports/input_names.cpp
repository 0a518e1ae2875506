#include "reports/input_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

#include "reports/digits.hpp"

namespace wayworth::reports {

namespace {

using engine::InputId;
using engine::Model;

const std::string& path_of(const Model& model, InputId input) {
  return model.inputs[engine::index_of(input)].path;
}

/// The name of the driver or stream that an effect is on.
std::string target_in_words(const Model& model, const std::string& key) {
  for (const engine::Driver& driver : model.drivers) {
    if (driver.key == key) return driver.name;
  }
  for (const engine::Stream& stream : model.streams) {
    if (stream.key == key) return stream.name;
  }
  return key;
}

/// "effects.service_staff" as "effect on Service staff"; other places of an initiative as they are, with spaces.
std::string place_in_words(const Model& model, std::string place) {
  constexpr std::string_view effects = "effects.";
  if (place.starts_with(effects)) return "effect on " + target_in_words(model, place.substr(effects.size()));
  if (place == "rollout.success") return "success";
  if (place.starts_with("rollout.")) place.erase(0, std::string_view("rollout.").size());
  std::replace(place.begin(), place.end(), '.', ' ');
  return place;
}

const engine::Driver* driver_of(const Model& model, const std::string& key) {
  const auto found = std::find_if(model.drivers.begin(), model.drivers.end(),
                                  [&](const engine::Driver& driver) { return driver.key == key; });
  return found == model.drivers.end() ? nullptr : &*found;
}

/// The name of the driver that a path begins with, and what follows.
std::string driver_in_words(const Model& model, const std::string& rest) {
  if (const auto* driver = driver_of(model, rest)) return driver->name;
  const std::size_t end = rest.find('.');
  if (end == std::string::npos) return rest;
  const auto* driver = driver_of(model, rest.substr(0, end));
  return driver == nullptr ? rest : driver->name + ": " + rest.substr(end + 1);
}

bool is_worlds(const Model& model, InputId input) {
  return model.worlds && model.worlds->input == input;
}

bool is_coin(const Model& model, InputId input) {
  return std::holds_alternative<engine::Bernoulli>(model.inputs[engine::index_of(input)].distribution);
}

/// How the scenario writes a figure.
enum class Form { plain, percent, points };

Form form_of(const engine::Driver& driver) {
  return driver.unit == "share" ? Form::percent : Form::plain;
}

/// Whether the expression is the input itself, but for its sign, seasons, and what worlds make of it.
bool is_draw_of(const engine::Expression& expression, InputId input) {
  if (const auto* const draw = std::get_if<engine::Expression::Draw>(&expression.node)) return draw->input == input;
  const auto* const call = std::get_if<engine::Expression::Call>(&expression.node);
  if (call == nullptr) return false;
  const auto is_draw = [&](const engine::Expression& argument) { return is_draw_of(argument, input); };
  const auto is_known = [](const engine::Expression& argument) {
    return std::holds_alternative<engine::Expression::Number>(argument.node) ||
           std::holds_alternative<engine::Expression::StepValue>(argument.node);
  };
  const auto& arguments = call->arguments;
  switch (call->function) {
    case engine::Function::negate:
      return is_draw(arguments.front());
    case engine::Function::multiply:
      return std::any_of(arguments.begin(), arguments.end(), is_draw) &&
             std::any_of(arguments.begin(), arguments.end(), is_known);
    case engine::Function::choose:
      return std::any_of(arguments.begin() + 1, arguments.end(), is_draw);
    default:
      return false;
  }
}

Form form_of(const Model& model, const engine::Effect& effect) {
  if (effect.kind == engine::EffectKind::change) return Form::percent;
  const auto* const driver = std::get_if<engine::DriverId>(&effect.target);
  if (driver == nullptr || form_of(model.drivers[engine::index_of(*driver)]) == Form::plain) return Form::plain;
  return effect.kind == engine::EffectKind::add ? Form::points : Form::percent;
}

/// Plain wherever the input is but a part of a formula.
Form form_of(const Model& model, InputId input) {
  for (const engine::Driver& driver : model.drivers) {
    if (is_draw_of(driver.value, input)) return form_of(driver);
  }
  if (const auto initiative = initiative_of(model, input)) {
    for (const engine::Effect& effect : engine::get(model, *initiative).effects) {
      if (is_draw_of(effect.amount, input)) return form_of(model, effect);
    }
    if (is_draw_of(engine::get(model, *initiative).rollout.if_it_fails, input)) return Form::percent;
  }
  return Form::plain;
}

/// The unit of an input of an initiative: of the driver that its effect is on, of its costs, or months.
std::string unit_in(const Model& model, const engine::Initiative& initiative, InputId input) {
  for (const engine::Effect& effect : initiative.effects) {
    const auto* const driver = std::get_if<engine::DriverId>(&effect.target);
    if (driver != nullptr && is_draw_of(effect.amount, input)) return model.drivers[engine::index_of(*driver)].unit;
  }
  for (const engine::Cost& cost : initiative.costs) {
    if (is_draw_of(cost.amount, input))
      return cost.kind == engine::CostKind::one_off ? model.currency : model.currency + "/year";
  }
  const engine::Rollout& rollout = initiative.rollout;
  for (const engine::Expression* time : {&rollout.duration, &rollout.delay, &rollout.ramp, &rollout.decay_after}) {
    if (is_draw_of(*time, input)) return "month";
  }
  return "";
}

const char* sign_of(Form form) {
  return form == Form::percent ? " %" : (form == Form::points ? " pp" : "");
}

std::string in_form(Form form, double value) {
  return short_figure(form == Form::plain ? value : 100.0 * value) + sign_of(form);
}

/// Of what is known exactly, such as an answer that was searched for; four digits are enough of large figures.
std::string in_exact_form(Form form, double value) {
  if (form != Form::plain) return plain_figure(100.0 * value) + sign_of(form);
  if (!(std::abs(value) >= 1000.0) || !std::isfinite(value)) return plain_figure(value);
  return grouped(value, 3 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
}

std::string in_form(Form form, const engine::Estimate& value) {
  constexpr int most_decimals = 6;
  if (!std::isfinite(value.standard_error) || value.standard_error == 0.0) return in_exact_form(form, value.value);
  const double factor = form == Form::plain ? 1.0 : 100.0;
  return grouped(factor * value.value, decimals_supported(factor * value.standard_error, most_decimals)) +
         sign_of(form);
}

}  // namespace

std::optional<engine::InitiativeId> initiative_of(const Model& model, InputId input) {
  const std::string& path = path_of(model, input);
  constexpr std::string_view section = "initiatives.";
  if (!path.starts_with(section)) return std::nullopt;
  for (std::size_t i = 0; i < model.initiatives.size(); ++i) {
    const std::string& key = model.initiatives[i].key;
    if (path.compare(section.size(), key.size(), key) == 0 && path[section.size() + key.size()] == '.') {
      return static_cast<engine::InitiativeId>(i);
    }
  }
  return std::nullopt;
}

std::string input_in_words(const Model& model, InputId input) {
  const std::string& path = path_of(model, input);
  if (const auto initiative = initiative_of(model, input)) {
    const engine::Initiative& one = engine::get(model, *initiative);
    return one.name + ": " +
           place_in_words(model, path.substr(std::string_view("initiatives.").size() + one.key.size() + 1));
  }
  constexpr std::string_view drivers = "drivers.";
  return path.starts_with(drivers) ? driver_in_words(model, path.substr(drivers.size())) : path;
}

std::string input_value_text(const Model& model, InputId input, double value) {
  if (is_worlds(model, input)) return model.worlds->list[static_cast<std::size_t>(value)].name;
  if (is_coin(model, input)) return value > 0.5 ? "it works" : "it fails";
  return in_form(form_of(model, input), value);
}

std::string input_value_text(const Model& model, InputId input, const engine::Estimate& value) {
  if (is_worlds(model, input) || is_coin(model, input)) return input_value_text(model, input, value.value);
  return in_form(form_of(model, input), value);
}

bool is_in_percent(const Model& model, InputId input) {
  return !is_worlds(model, input) && !is_coin(model, input) && form_of(model, input) != Form::plain;
}

bool is_in_percent(const Model& model, engine::DriverId driver) {
  return form_of(model.drivers[engine::index_of(driver)]) == Form::percent;
}

std::string input_unit(const Model& model, InputId input) {
  if (is_worlds(model, input) || is_coin(model, input) || form_of(model, input) != Form::plain) return "";
  for (const engine::Driver& driver : model.drivers) {
    if (is_draw_of(driver.value, input)) return driver.unit;
  }
  const auto initiative = initiative_of(model, input);
  return initiative ? unit_in(model, engine::get(model, *initiative), input) : "";
}

std::string driver_value_text(const Model& model, engine::DriverId driver, double value) {
  return in_form(form_of(model.drivers[engine::index_of(driver)]), value);
}

std::string driver_value_text(const Model& model, engine::DriverId driver, const engine::Estimate& value) {
  return in_form(form_of(model.drivers[engine::index_of(driver)]), value);
}

}  // namespace wayworth::reports
