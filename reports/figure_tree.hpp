#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/execute/reference.hpp"
#include "reports/report.hpp"

namespace wayworth::reports {

/// The figure and, indented below it, every figure that its formula names, each with its value today and with the
/// initiatives in the last step of `trial`, its unit, how it was typed and where it is from. What was shown further up
/// is not spelled out again.
Table figure_tree(const engine::Model& model, const engine::TrialAccount& trial,
                  const std::variant<engine::DriverId, engine::StreamId>& figure);

/// The streams that differ between today and with the initiatives in any step, in the order of the file.
std::vector<engine::StreamId> changed_streams(const engine::TrialAccount& trial);

/// What evidence is called in a scenario; empty when it is not stated.
std::string_view name_of(engine::Evidence evidence);

/// "Web analytics, Q1 (measured)": source and evidence, as far as they are stated.
std::string source_text(const engine::Provenance& provenance);

}  // namespace wayworth::reports
