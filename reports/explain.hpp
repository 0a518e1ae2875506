#pragma once

#include <variant>
#include <vector>

#include "engine/model/model.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

using Explained = std::variant<engine::InitiativeId, engine::DriverId, engine::StreamId>;

/// How a figure comes about in one trial: its formula as a tree of the figures it names, with values, units and
/// sources, in the last step, today and with the initiatives of the first option. For an initiative: its timing, its
/// effects, its money and the streams it changes, with it and its prerequisites alone.
/// \param inputs  the value of every uncertain input, by InputId
Report explain(const engine::Model& model, const std::vector<double>& inputs, const Explained& subject);

/// Everything that is drawn in one trial, and the cash flow of the first option step by step.
Report explain_trial(const engine::Model& model, const std::vector<double>& inputs);

}  // namespace wayworth::reports
