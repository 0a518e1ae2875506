#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/stats/estimate.hpp"
#include "engine/stats/sorted_column.hpp"

namespace wayworth::engine {

/// Trials sorted by an input and cut into bins: the trials of one bin have about the same value of it. An input with
/// fewer different values than bins has one bin a value; otherwise all bins hold equally many trials, to one.
class Bins {
public:
  Bins(const SortedColumn& input, std::size_t most_bins);
  /// \param input  one finite value a trial; equal values are sorted by trial
  Bins(std::span<const double> input, std::size_t most_bins) : Bins(SortedColumn(input), most_bins) {}

  [[nodiscard]] std::size_t count() const { return ends_.size(); }
  /// The trials of one bin, from the lowest values of the input on.
  [[nodiscard]] std::span<const std::uint32_t> trials(std::size_t bin) const;
  [[nodiscard]] std::vector<Estimate> means(std::span<const double> output) const;

private:
  std::vector<std::uint32_t> order_;
  std::vector<std::size_t> ends_;
};

/// The bins for shares of variance: as many as keep enough trials in each, at most 50.
std::size_t bins_for_variance(std::size_t trials);

/// The share of the output's variance that is explained by the input alone, from trials that were drawn for any other
/// purpose: the correlation ratio, freed of what bins explain by chance (epsilon squared). May come out a little below
/// 0; NaN when the output does not vary. For an input that others depend on, their influence is counted too.
/// Source: Kelley, "An unbiased correlation ratio measure", PNAS 21, 1935; Plischke, "An effective algorithm for
/// computing global sensitivity indices", Reliability Engineering and System Safety 95, 2010.
double first_order_share(const Bins& bins, std::span<const double> output);

/// Of a tornado and of what is said of an input's ends: a bin is a tenth of the trials.
inline constexpr std::size_t tornado_bins = 10;

/// The mean of the output in the bins of an input. The errors are those of independent trials in a bin.
struct ChangeInMean {
  Estimate lowest;   ///< mean of the bin with the lowest mean
  Estimate highest;  ///< mean of the bin with the highest mean
  Estimate first;    ///< mean where the input is lowest
  Estimate last;     ///< mean where the input is highest

  /// From the lowest to the highest mean.
  [[nodiscard]] double swing() const { return highest.value - lowest.value; }
};
ChangeInMean change_in_mean(const Bins& bins, std::span<const double> output);

}  // namespace wayworth::engine
