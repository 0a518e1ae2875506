#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/sensitivity/value_of_information.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// A study that would be made of one input before deciding.
struct Pilot {
  InputId input{};
  double observations = 0.0;  ///< at least 1, at most 1e9
  /// Of a single observation around the input's true value, in the input's unit. None: each observation says yes or no,
  /// as often as the input, a share, has it.
  std::optional<double> observation_sd;
};

/// Whether the input is a share, so that observations can be counted.
bool can_be_counted(const Distribution& distribution);

/// What the pilot would show in each trial, given what the input is in it: the mean of its observations.
/// \param values  of the input, by trial; shares from 0 to 1 unless the pilot has an observation_sd
std::vector<double> pilot_results(const Pilot& pilot, const std::string& path, std::span<const double> values,
                                  std::uint64_t seed);

}  // namespace wayworth::engine
