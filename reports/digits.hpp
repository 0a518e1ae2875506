#pragma once

#include <cstdint>
#include <string>

namespace wayworth::reports {

// How figures are written for people: with the digits that their standard error supports and no more, the thousands
// separated, independent of the locale.

/// Decimals that a figure with this standard error deserves: it is rounded to the decade of the error (4,300 gives -3,
/// thousands; 0.012 gives 2), but never to more than `most`. An exact figure (error 0) deserves `most`.
int decimals_supported(double standard_error, int most);

/// The figure rounded to `decimals` (negative: to tens, hundreds, ...), halves away from zero, thousands separated by
/// commas; never "-0".
std::string grouped(double value, int decimals);

/// A figure of a formula, as a person checks it by hand: two decimals from 1 on ("57,108.48"), four significant digits
/// below ("0.2727"); decimals are left out where they are all zero and nothing is rounded ("549,120").
std::string plain_figure(double value);

/// A figure that was drawn: three significant digits, four from 1,000 on ("27.4", "0.726", "2,614,000"). One of at most
/// six digits stands as it was typed ("598.7").
std::string short_figure(double value);

enum class MoneyScale { one, thousand, million, billion };
double factor_of(MoneyScale scale);
std::string suffix_of(MoneyScale scale);  ///< "", "k", "M", "bn"
std::string words_for(MoneyScale scale);  ///< "", "thousand", "million", "billion"

/// The scale that writes an amount of this magnitude with one to four digits before the point: up to 9,999 as it is.
MoneyScale scale_for(double magnitude);

/// The scale of a table or chart whose largest amount this is: two to five digits before the point, so that what is a
/// tenth of the largest does not come out as a few hundredths of a million.
MoneyScale common_scale_for(double largest);

/// An amount alone, as in a sentence: "25.9M", "-1.05M", "850k", "9,999"; at most three significant digits, fewer when
/// the standard error supports fewer. The scale is chosen after rounding: 999,960 is "1.00M", not "1,000k".
std::string compact_money(double amount, double standard_error);

/// The same with its standard error in the same scale: "497k ±2k".
std::string compact_money_with_error(double amount, double standard_error);

/// A probability that was counted in `trials` trials: whole points of a hundred, one decimal from 100,000 trials on.
/// What was never (always) seen is "< 0.04 %" ("> 99.96 %") by Wilson's 95 % limit; what is rare, "< 1 %".
std::string percent(double probability, std::uint64_t trials);

/// The same in words: "2 of 100 futures", "none of 16,384 futures", "fewer than 1 of 100 futures".
std::string of_100_futures(double probability, std::uint64_t trials);

}  // namespace wayworth::reports
