#pragma once

#include <string>

#include "engine/analysis/findings.hpp"
#include "reports/cells.hpp"

namespace wayworth::reports {

// What figures say in words. Every sentence of one thing stands here once, so that all formats tell it alike.

/// A figure as a sentence has it: "25.9M", "never" or "?".
std::string in_words(const Cell& cell);

/// Months in whole numbers: nobody plans a payback to the tenth of a month.
std::string whole_months(const Cell& cell);

/// "The programme is worth USD 25.9M (NPV; P10 12.1M, P90 40.2M) and loses money in 2 of 100 futures."
std::string worth_sentence(const std::string& subject, const engine::Model& model, const engine::Figures& figures,
                           const Cells& cells);

std::string roi_sentence(const engine::Model& model, const engine::Figures& figures, const Cells& cells);

std::string payback_sentence(const engine::Model& model, const engine::Figures& figures, const Cells& cells);

/// "A beats B in 80 of 100 futures. On average it is worth USD 1.2M more.": the better one by mean NPV is named first.
std::string comparison_sentence(const engine::Model& model, const engine::Findings& findings,
                                const engine::OptionComparison& pair);

}  // namespace wayworth::reports
