#pragma once

#include <string>

#include "engine/analysis/sensitivity/sensitivity.hpp"
#include "reports/sections/sections.hpp"

namespace wayworth::reports {

/// The path of an input in the scenario, without its section where nothing else is meant.
std::string short_name(const engine::Model& model, engine::InputId input);

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
/// "Mean NPV 0", "P(loss) 10 %".
std::string name_of_target(const engine::BreakEvenTarget& target);
/// Where the programme breaks even by one figure: those with a place in a table, the others by name.
Blocks break_even_section(const engine::Model& model, const std::vector<engine::BreakEvenTarget>& targets,
                          const std::vector<engine::BreakEven>& found, std::uint64_t trials, std::size_t most_rows,
                          InputName name_input = short_name);
/// By how much all benefits, or all costs, could change.
Blocks headroom_section(const engine::Model& model, const std::vector<engine::BreakEvenTarget>& targets,
                        const std::vector<engine::SubjectHeadroom>& found);
/// Where each initiative on its own breaks even by one figure.
Blocks initiative_break_even_section(const engine::Model& model, const engine::Sensitivity& found,
                                     std::size_t most_of_each, InputName name_input = short_name);
/// Whether fewer trials, or other luck, said the same.
Blocks settled_section(const engine::Model& model, const engine::Sensitivity& found);
/// What the worst trials had in common.
Blocks tail_section(const engine::Model& model, const engine::Sensitivity& found, std::size_t most_rows,
                    InputName name_input = short_name);
/// The smallest joint changes that would turn a decision.
Blocks flip_section(const engine::Model& model, const engine::Sensitivity& found, InputName name_input = short_name);
/// What groups of inputs are worth knowing before choosing the option, and what the pilots are worth.
Blocks group_section(const engine::Model& model, const engine::Sensitivity& found, std::size_t most_rows);
/// What single inputs are worth knowing before all initiatives are decided on.
Blocks roadmap_worth_section(const engine::Model& model, const engine::Sensitivity& found);
Blocks pilot_section(const engine::Model& model, const engine::Sensitivity& found);

}  // namespace wayworth::reports
