#pragma once

#include <vector>

#include "engine/analysis/sensitivity/break_even.hpp"
#include "engine/analysis/sensitivity/drawn_inputs.hpp"
#include "engine/analysis/sensitivity/headroom.hpp"
#include "engine/results/results.hpp"

namespace wayworth::engine {

/// Where an initiative of the first option, on its own, or the whole programme, stops paying.
struct SubjectHeadroom {
  Subject subject;
  std::vector<Headroom> headroom;  ///< by target
};

/// What `subjects_headroom` needs to be in the results.
std::vector<OutputRequest> outputs_of_headroom(const Model& model, const std::vector<BreakEvenTarget>& targets);

/// The programme of the first option, then its members on their own.
std::vector<SubjectHeadroom> subjects_headroom(const Model& model, const Results& results,
                                               const std::vector<BreakEvenTarget>& targets, std::size_t threads);

struct InitiativeBreakEven {
  InitiativeId initiative{};
  /// Of the uncertain figures that its NPV on its own follows most, the most important one first.
  std::vector<BreakEven> inputs;
};

/// Members of the first option, in the order of the file.
/// \param results  with the NPV of each alone
/// \param inputs   of the same trials
/// \param most     inputs an initiative
/// \param run      of the searches; some forty runs an input at most
std::vector<InitiativeBreakEven> initiative_break_evens(const Model& model, const Results& results,
                                                        const std::vector<DrawnInput>& inputs,
                                                        const std::vector<BreakEvenTarget>& targets, std::size_t most,
                                                        const RunSettings& run);

/// Whether there are values between those that the input may take, so that one of them can be a break-even.
bool can_break_even(const Distribution& distribution, const std::string& path);

}  // namespace wayworth::engine
