#pragma once

#include <string>

#include "engine/analysis/returns.hpp"

namespace wayworth::reports {

// Rates of return in words: a rate that does not exist is never shown as a figure, and why it does not is said.

/// "62.3 %": an annual rate with the digits that its error supports: one decimal at most, none from
/// 100 % on.
std::string rate_text(const engine::Estimate& rate);

/// "10 % a year", "8 % in year 1, 9 % in year 2 and 10 % a year from year 3".
std::string discount_rate_text(const engine::AnnualRates& rates);

/// "62.3 %" or "undefined".
std::string internal_rate_text(const engine::ReturnOfFlow& returns);
std::string modified_rate_text(const engine::ReturnOfFlow& returns);

/// Why there is no internal rate: "the flows never change sign"; empty when there is one.
std::string why_undefined(const engine::ReturnOfFlow& returns);

/// "P10 41 %, P90 80 %", "undefined in 7 % of trials", both, or nothing to add.
std::string spread_text(const engine::ReturnsOfTrials& returns);

/// "Its IRR is 62.3 % a year (P10 41 %, P90 80 %), its MIRR 24.1 %."
/// \param has_chance  whether there is more than one trial to speak of
std::string return_sentence(const engine::ProgrammeReturns& returns, bool has_chance);

}  // namespace wayworth::reports
