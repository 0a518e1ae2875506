#pragma once

#include <span>

namespace wayworth::engine {

// Whether everyone of some taste prefers one outcome to another, whatever else they want. More is better; samples are
// finite and not empty.

/// First order: everyone who wants more prefers `x`: it is at least as great at every probability, and somewhere
/// greater.
/// \param x, y  samples of one size
/// \throws std::invalid_argument when the sizes differ
bool dominates_first_order(std::span<const double> x, std::span<const double> y);

/// Second order: everyone who wants more and shuns risk prefers `x`: the sum of its k worst is at least as great for
/// every k, and somewhere greater.
/// \param x, y  samples of one size
/// \throws std::invalid_argument when the sizes differ
bool dominates_second_order(std::span<const double> x, std::span<const double> y);

/// How far `x` is from first-order dominance: the area in which its distribution function lies above that of `y`, as a
/// share of the area between the two. 0: it dominates; below 0.5 it almost dominates; at most 0.059 nearly everyone
/// prefers it. Samples may differ in size; 0.5 for equal distributions.
/// Source: Leshno and Levy, "Preferred by all and preferred by most decision makers: almost stochastic dominance",
/// Management Science 48, 2002; the limit of 0.059: Levy, Leshno and Leibovitch, Annals of Operations Research 176,
/// 2010.
double almost_dominance_of(std::span<const double> x, std::span<const double> y);

}  // namespace wayworth::engine
