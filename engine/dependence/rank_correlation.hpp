#pragma once

#include <span>
#include <vector>

namespace wayworth::engine {

/// The correlation of two jointly normal values whose ranks correlate by `rank` (Spearman); both in [-1, 1].
/// Source: Pearson, "On further methods of determining correlation", 1907; Kruskal, "Ordinal measures of association",
/// JASA 53, 1958.
double normal_correlation(double rank);

/// The other way round: the rank correlation of two jointly normal values.
double rank_correlation(double normal);

/// Ranks of `values`, equal values sharing their mean rank, centred and scaled to length 1, so that the scalar product
/// of two such columns is Spearman's rank correlation of the sample. All zero when every value is the same.
std::vector<double> rank_scores(std::span<const double> values);

/// Spearman's rank correlation of a sample, from the rank scores of both columns; NaN when one of them does not vary.
double sample_rank_correlation(std::span<const double> first_scores, std::span<const double> second_scores);

}  // namespace wayworth::engine
