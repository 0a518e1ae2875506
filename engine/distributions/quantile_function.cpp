#include "engine/distributions/quantile_function.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "engine/distributions/standard_normal.hpp"

namespace wayworth::engine {
namespace {

double inside(double u) {
  return std::clamp(u, smallest_probability, largest_probability);
}

template <class Family>
void evaluate(const Family& family, std::span<const double> u, std::span<double> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = family.quantile(inside(u[i]));
  }
}

}  // namespace

QuantileFunction::QuantileFunction(const Distribution& distribution) : method_(method_for(distribution)) {}

QuantileFunction::Method QuantileFunction::method_for(const Distribution& distribution) {
  const auto tabulated = [&](const auto& family) -> Method {
    const double low = family.minimum();
    const double width = family.maximum() - low;
    if (width == 0.0) return Distribution(Constant::make(low));
    return TabulatedBeta{low, width, BetaTable(family.alpha(), family.beta())};
  };
  if (const auto* pert = std::get_if<Pert>(&distribution)) return tabulated(*pert);
  if (const auto* beta = std::get_if<Beta>(&distribution)) return tabulated(*beta);
  return distribution;
}

void QuantileFunction::operator()(std::span<const double> u, std::span<double> out) const {
  if (const auto* table = std::get_if<TabulatedBeta>(&method_)) {
    evaluate(*table, u, out);
  } else {
    std::visit([&](const auto& family) { evaluate(family, u, out); }, std::get<Distribution>(method_));
  }
}

}  // namespace wayworth::engine
