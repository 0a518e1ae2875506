#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/sensitivity/pspline.hpp"
#include "engine/stats/estimate.hpp"
#include "engine/stats/sorted_column.hpp"

namespace wayworth::engine {

/// What it would be worth to know one input before choosing.
struct PartialInformation {
  Estimate value;            ///< EVPPI, in money; at least 0; of what is noise the error is infinite
  double noise_floor = 0.0;  ///< what an input without any influence would seem to be worth in 19 of 20 cases

  [[nodiscard]] bool is_noise() const { return value.value <= noise_floor; }
};

/// What every value of information from so many trials is estimated with; made once for all decisions and inputs.
struct InformationTools {
  explicit InformationTools(std::size_t trials);

  PSpline spline;  ///< for inputs without equal values, which all stand at the same places
  std::vector<std::vector<std::uint32_t>> shuffles;  ///< orders of the trials that know nothing of any input
};

/// Values what is known before a choice, by regression on trials that were run for any other purpose. Any number of
/// threads may ask.
/// Source: Strong, Oakley and Brennan, "Estimating multiparameter partial expected value of perfect information from a
/// probabilistic sensitivity analysis sample", Medical Decision Making 34, 2014; with the P-splines of PSpline.
class InformationValue {
public:
  /// \param choices, replicates  as for perfect_information
  /// \param tools  for the number of trials; must outlive this
  InformationValue(const std::vector<std::span<const double>>& choices, std::size_t replicates,
                   const InformationTools& tools);

  /// A smooth curve through the gains of the other choices over the best one; for an input of at most 20 different
  /// values their means. The error is that of the curve and that of the trials' values of the input.
  /// \param input  of the same trials
  [[nodiscard]] PartialInformation of(const SortedColumn& input) const;

  /// The same of several inputs together, by one figure for each gain (in the order of `gains`) that says what they
  /// tell about it; the better it does so, the closer this comes to their value from below.
  [[nodiscard]] PartialInformation of_statistics(const std::vector<SortedColumn>& by_gain) const;

private:
  [[nodiscard]] std::vector<double> curve_by_trial(const SortedColumn& statistic, std::span<const double> gain) const;
  [[nodiscard]] PartialInformation of_curves(const SortedColumn& input, const PSpline& spline) const;
  [[nodiscard]] PartialInformation of_groups(const SortedColumn& input) const;
  [[nodiscard]] double error_of_places(const SortedColumn& input, const std::vector<std::vector<double>>& curves) const;

  const InformationTools& tools_;
  std::size_t replicates_;
  std::vector<std::vector<double>> gains_;  ///< of the other choices over the best one, by trial
  double floor_of_curves_ = 0.0;
};

/// What each choice but `best` brings more than it, by trial; in the order of the choices.
std::vector<std::vector<double>> gains_over(std::size_t best, const std::vector<std::span<const double>>& choices);

/// EVPPI from the means of bins of equally many trials: needs no curve, but is biased upwards.
double binned_partial_information(std::span<const double> input, const std::vector<std::span<const double>>& choices,
                                  std::size_t bins);

}  // namespace wayworth::engine
