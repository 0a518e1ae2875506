#pragma once

namespace wayworth::engine {

/// The unit normal loss integral: the mean of what a standard normal value exceeds z by.
double unit_normal_loss(double z);

/// EVPI of a choice between doing it and leaving it, when its value is normal; 0 for standard deviation 0.
double perfect_information_normal(double mean, double standard_deviation);

/// What a pilot of `observations` is worth for that choice: the prior uncertainty of its value, a mean that each
/// observation shows with an error of this standard deviation.
/// Source: Raiffa and Schlaifer, 1961, chapter 5.
double sample_information_normal(double mean, double prior_sd, double observation_sd, double observations);

}  // namespace wayworth::engine
