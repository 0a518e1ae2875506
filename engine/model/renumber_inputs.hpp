#pragma once

#include <vector>

#include "engine/model/model.hpp"

namespace wayworth::engine {

/// Puts every input of the model at another place in its list, and follows wherever an expression or a correlation
/// names it. What the model means stays the same.
/// \param inputs  the new list, with every input of the model; more of them, which nothing names, may be there
/// \param places  by old InputId: the place in `inputs`; the draws of a StepDraw still follow each other
void renumber_inputs(Model& model, std::vector<Input> inputs, const std::vector<InputId>& places);

/// The series of inputs that StepDraws of the model draw from, one input a step: the first of each, ascending.
std::vector<InputId> step_draw_series(const Model& model);

}  // namespace wayworth::engine
