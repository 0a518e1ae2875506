#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/execute/input_draws.hpp"
#include "engine/model/model.hpp"

namespace wayworth::engine {

/// What the inputs of a model are in the trials of a run: the same values, to the bit, as simulate() draws with these
/// settings, dependence included. For one thread.
class InputColumns {
public:
  InputColumns(const Model& model, const DrawSettings& settings);

  /// One input in trials first_trial, first_trial + 1, ... For a correlated input the whole group is drawn; columns()
  /// does that once for several.
  void fill(InputId input, std::uint64_t first_trial, std::span<double> values);

  /// Several inputs, in the order of `inputs`, each with `trials` values from first_trial on.
  std::vector<std::vector<double>> columns(std::span<const InputId> inputs, std::uint64_t first_trial,
                                           std::size_t trials);

private:
  InputDraws draws_;
  ScoreCache scores_;
};

}  // namespace wayworth::engine
