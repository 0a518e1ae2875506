#pragma once

#include <string>

#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

/// The path of an input in the scenario, without its section where nothing else is meant.
std::string short_name(const engine::Model& model, engine::InputId input);

/// A value of an input, to four digits.
std::string input_figure(double value);
/// The same; of the worlds the name of the one it stands for.
std::string input_figure(const engine::Model& model, engine::InputId input, double value);

/// "USD 25.9M", with the digits that the error supports.
std::string money_text(const engine::Model& model, const engine::Estimate& estimate);

/// How a sentence calls a choice of a decision: an option by its name, or doing nothing.
std::string name_of_choice(const engine::Model& model, const engine::DecisionValue& decision, std::size_t choice);

/// How a section calls an input: short_name, or input_in_words.
using InputName = std::string (*)(const engine::Model&, engine::InputId);

// The parts of the report on sensitivity that are not in sensitivity_report.cpp.

/// The mean NPV along each of the inputs that matter most.
Blocks spider_section(const engine::Model& model, const engine::Sensitivity& found, std::size_t most_rows);
/// The two-way tables that were asked for.
Blocks two_way_section(const engine::Model& model, const engine::Sensitivity& found);
/// What the worst trials had in common.
Blocks tail_section(const engine::Model& model, const engine::Sensitivity& found, std::size_t most_rows,
                    InputName name_input = short_name);
/// The smallest joint changes that would turn a decision.
Blocks flip_section(const engine::Model& model, const engine::Sensitivity& found, InputName name_input = short_name);
/// What groups of inputs are worth knowing before choosing the option, and what the pilots are worth.
Blocks group_section(const engine::Model& model, const engine::Sensitivity& found, std::size_t most_rows);
Blocks pilot_section(const engine::Model& model, const engine::Sensitivity& found);

}  // namespace wayworth::reports
