#pragma once

#include <vector>

#include "engine/analysis/sensitivity/bins.hpp"
#include "engine/analysis/sensitivity/sensitivity_of_run.hpp"

namespace wayworth::engine {

/// How far the mean NPV of the first option's programme goes with one input.
struct InputSwing {
  InputId input{};
  ChangeInMean change;  ///< over 10 bins of the input
};

/// Greatest swing first; what sensitivity_of_run says of the same trials, in a fraction of its time.
/// \param results  with the inputs' draws (Simulator::run_keeping_inputs)
/// \param threads  0: as many as the machine has
/// \return nothing where sensitivity_of_run returns nothing
std::vector<InputSwing> swings_of_run(const Model& model, const Results& results, std::size_t threads = 0);

/// The same of what is known already.
std::vector<InputSwing> swings_of(const TrialSensitivity& known);

}  // namespace wayworth::engine
