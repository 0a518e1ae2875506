#pragma once

#include <memory>
#include <span>

#include "engine/distributions/distribution.hpp"

namespace wayworth::engine {

/// quantile() for whole blocks: prepared once for an input, then a few nanoseconds a draw. Families without a closed
/// form (PERT, beta) are tabulated; relative error against quantile() at most 1e-9 (of the position inside
/// [low, high]), tails included. Immutable, any number of threads may call it.
class QuantileFunction {
public:
  explicit QuantileFunction(const Distribution& distribution);

  /// out[i] = quantile(u[i]); u in (0, 1), clamped as quantile() does. u and out have one size and may be one span.
  void operator()(std::span<const double> u, std::span<double> out) const;

private:
  struct Evaluator;
  std::shared_ptr<const Evaluator> evaluator_;
};

}  // namespace wayworth::engine
