#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// What it would be worth to know everything before choosing: as much as the best choice loses on average against the
/// choice that each trial shows to be best.
struct PerfectInformation {
  std::size_t best = 0;                 ///< the choice with the greatest mean; of equals the first
  Estimate value;                       ///< EVPI, in money; at least 0
  std::vector<Estimate> means;          ///< by choice
  std::vector<double> expected_regret;  ///< by choice; that of the best is the EVPI
  std::vector<double> share_best;       ///< by choice: how often it turns out to be best; equals share a trial
};

/// \param choices     at least one, each with one value a trial; a decision that can be left has a column of zeros
/// \param replicates  that the columns consist of
/// Source: Raiffa and Schlaifer, "Applied Statistical Decision Theory", 1961.
PerfectInformation perfect_information(const std::vector<std::span<const double>>& choices, std::size_t replicates);

/// What it would be worth to know one input before choosing.
struct PartialInformation {
  Estimate value;            ///< EVPPI, in money; at least 0; of what is noise the error is infinite
  double noise_floor = 0.0;  ///< what an input without any influence would seem to be worth in 19 of 20 cases

  [[nodiscard]] bool is_noise() const { return value.value <= noise_floor; }
};

/// Values what is known before a choice, by regression on trials that were run for any other purpose.
/// Source: Strong, Oakley and Brennan, "Estimating multiparameter partial expected value of perfect information from a
/// probabilistic sensitivity analysis sample", Medical Decision Making 34, 2014; with the P-splines of PSpline.
class InformationValue {
public:
  /// \param choices, replicates  as for perfect_information
  InformationValue(const std::vector<std::span<const double>>& choices, std::size_t replicates);

  /// A smooth curve through the gains of the other choices over the best one; for an input of at most 20 different
  /// values their means. The error is that of the curve and that of the trials' values of the input.
  /// \param input  one value a trial
  [[nodiscard]] PartialInformation of(std::span<const double> input) const;

private:
  PartialInformation of_groups(std::span<const double> input) const;
  double floor_of_curves() const;

  std::size_t replicates_;
  std::vector<std::vector<double>> gains_;  ///< of the other choices over the best one, by trial
  mutable std::optional<double> floor_of_curves_;
};

/// The same from the means of bins of equally many trials; needs no curve, but is biased upwards.
double binned_partial_information(std::span<const double> input, const std::vector<std::span<const double>>& choices,
                                  std::size_t bins);

/// The unit normal loss integral: the mean of what a standard normal value exceeds z by.
double unit_normal_loss(double z);

/// EVPI of a choice between doing it and leaving it, when its value is normal; 0 for standard deviation 0.
double perfect_information_normal(double mean, double standard_deviation);

/// What a pilot of `observations` is worth for that choice: the prior uncertainty of its value, a mean that each
/// observation shows with an error of this standard deviation.
/// Source: Raiffa and Schlaifer, 1961, chapter 5.
double sample_information_normal(double mean, double prior_sd, double observation_sd, double observations);

}  // namespace wayworth::engine
