#pragma once

#include <memory>

#include "engine/distributions/quantile_table.hpp"

namespace wayworth::engine {

/// The table of a shape, made once for all who ask for it: the inputs of one shape and, since one command looks at the
/// same inputs several times, all runs after the first. Any number of threads may ask.
/// Preconditions as of QuantileTable::beta, gamma and student_t.
std::shared_ptr<const QuantileTable> shared_beta_table(double alpha, double beta);
std::shared_ptr<const QuantileTable> shared_gamma_table(double shape);
std::shared_ptr<const QuantileTable> shared_student_t_table(double dof);

}  // namespace wayworth::engine
