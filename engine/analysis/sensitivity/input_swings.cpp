#include "engine/analysis/sensitivity/input_swings.hpp"

#include <algorithm>

#include "engine/analysis/sensitivity/ordered_worlds.hpp"
#include "engine/execute/in_parallel.hpp"

namespace wayworth::engine {

std::vector<InputSwing> swings_of_run(const Model& model, const Results& results, std::size_t threads) {
  if (!tells_of_inputs(results)) return {};
  const std::span<const double> npv = results.column({}, Measure::npv);
  std::vector<DrawnInput> inputs = drawn_inputs(results.inputs, threads);
  if (const auto worlds = ordered_worlds(model, results.inputs, npv)) take_order(*worlds, inputs);
  std::vector<InputSwing> swings(inputs.size());
  in_parallel(inputs.size(), threads, [&](std::size_t i) {
    swings[i] = {inputs[i].id, change_in_mean(Bins(inputs[i].sorted, tornado_bins), npv)};
  });
  std::stable_sort(swings.begin(), swings.end(),
                   [](const InputSwing& a, const InputSwing& b) { return a.change.swing() > b.change.swing(); });
  return swings;
}

std::vector<InputSwing> swings_of(const TrialSensitivity& known) {
  std::vector<InputSwing> swings;
  for (const InputSensitivity& one : known.inputs) swings.push_back({one.input, one.change});
  return swings;
}

}  // namespace wayworth::engine
