#pragma once

#include <span>
#include <variant>

#include "engine/distributions/beta_table.hpp"
#include "engine/distributions/distribution.hpp"

namespace wayworth::engine {

/// quantile() for whole blocks: prepared once for an input, then a few nanoseconds a draw. PERT and beta, which have no
/// closed form, are tabulated: relative error of the position inside [low, high] below 1e-9, tails included.
/// Any number of threads may call it.
class QuantileFunction {
public:
  explicit QuantileFunction(const Distribution& distribution);

  /// out[i] = quantile(u[i]); every u in (0, 1). u and out have one size and may be one span.
  void operator()(std::span<const double> u, std::span<double> out) const;

private:
  struct TabulatedBeta {
    double low;
    double width;
    BetaTable table;

    [[nodiscard]] double quantile(double p) const { return low + width * table.quantile(p); }
  };
  using Method = std::variant<Distribution, TabulatedBeta>;

  static Method method_for(const Distribution& distribution);

  Method method_;
};

}  // namespace wayworth::engine
