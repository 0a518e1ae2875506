#pragma once

#include <memory>
#include <optional>
#include <span>
#include <variant>

#include "engine/distributions/count.hpp"
#include "engine/distributions/distribution.hpp"
#include "engine/distributions/quantile_table.hpp"

namespace wayworth::engine {

/// quantile() for whole blocks: prepared once for an input, then a few nanoseconds a draw. PERT, beta, gamma and
/// Student's t, which have no closed form, are tabulated: the relative error of the distance from the lower end (of
/// Student's t: from the location) is below 1e-9, tails included; also when they are truncated, with the distance in
/// the untruncated distribution. Counts are looked up and exact. Any number of threads may call it.
class QuantileFunction {
public:
  explicit QuantileFunction(const Distribution& distribution);

  /// out[i] = quantile(u[i]); every u in (0, 1). u and out have one size and may be one span.
  void operator()(std::span<const double> u, std::span<double> out) const;

  /// out[i] = the quantile at the probability that a standard normal value stays below scores[i]; what correlated
  /// inputs draw. Normal and lognormal distributions take the score as it is, which agrees to rounding.
  void at_scores(std::span<const double> scores, std::span<double> out) const;

private:
  /// x = origin + width * y, with y from a table.
  struct Tabulated {
    double origin;
    double width;
    std::shared_ptr<const QuantileTable> table;

    [[nodiscard]] double quantile(double p) const { return origin + width * table->quantile(p); }
    void quantiles(std::span<const double> p, std::span<double> out) const;
  };
  struct TruncatedTable {
    Truncated family;
    Tabulated parent;

    [[nodiscard]] double quantile(double p) const;
  };
  using Method = std::variant<Distribution, Tabulated, TruncatedTable, CountTable>;

  static std::optional<Tabulated> table_for(const Distribution& distribution);
  static Method method_for(const Distribution& distribution);

  Method method_;
};

}  // namespace wayworth::engine
