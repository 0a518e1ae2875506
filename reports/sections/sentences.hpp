#pragma once

#include <string>

#include "engine/analysis/findings.hpp"
#include "engine/stats/dominance_frequency.hpp"
#include "reports/cells.hpp"

namespace wayworth::reports {

// What figures say in words. Every sentence of one thing stands here once, so that all formats tell it alike.

/// The name of an option in a sentence, in quotes: such names are often words that would read on.
std::string in_quotes(const std::string& name);

/// A figure as a sentence has it: "25.9M", "never" or "?".
std::string in_words(const Cell& cell);

/// Months in whole numbers: nobody plans a payback to the tenth of a month.
std::string whole_months(const Cell& cell);

/// "The programme is worth USD 25.9M (NPV; P10 12.1M, P90 40.2M) and loses money in 2 of 100 futures."
std::string worth_sentence(const std::string& subject, const engine::Model& model, const engine::Figures& figures,
                           const Cells& cells);

std::string roi_sentence(const engine::Model& model, const engine::Figures& figures, const Cells& cells);

std::string payback_sentence(const engine::Model& model, const engine::Figures& figures, const Cells& cells);

/// "“A” beats “B” in 80 of 100 futures. On average it is worth USD 1.2M more.": the better one by mean NPV is named
/// first.
std::string comparison_sentence(const engine::Model& model, const engine::Findings& findings,
                                const engine::OptionComparison& pair);

/// " and costs USD 3.0M less", of the better of two programmes; empty when there is no figure. The error of the
/// difference is taken as if the two were independent, which on the same trials is rather too much than too little.
std::string cost_difference(const engine::Model& model, const engine::Figures& better, const engine::Figures& worse);

/// Who prefers one programme to another, whatever else they want: everyone, everyone who shuns risk, nearly everyone,
/// or those of some taste.
/// \param better     name of the one whose dominance over `other` it is, as it stands in the middle of a sentence
/// \param resamples  that the frequencies are of
std::string dominance_sentence(const std::string& better, const std::string& other,
                               const engine::DominanceFrequency& dominance, std::size_t resamples);

}  // namespace wayworth::reports
