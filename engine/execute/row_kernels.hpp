#pragma once

#include "engine/execute/kernels.hpp"

namespace wayworth::engine {

/// work.factors multiplied in their order.
void multiply_row(const Work& work);

/// Brings a weighted sum up to date by the terms that have moved: adds (x - x before) * weight of each of work.terms,
/// in their order, to what the sum was, and what x has changed to the sum for the end that goes with the term, as the
/// kernel_of_sum_for_the_end() would. A term that stands still would add exactly 0, so that leaving it out changes no
/// bit.
void add_changes(const Work& work);

}  // namespace wayworth::engine
