#include "engine/finance/present_value.hpp"

#include <cstddef>

#include "engine/stats/neumaier_sum.hpp"

namespace wayworth::engine {

double present_value(std::span<const double> flows, std::span<const double> factors) {
  NeumaierSum sum;
  for (std::size_t t = 0; t < flows.size(); ++t) {
    sum.add(flows[t] * factors[t]);
  }
  return sum.value();
}

}  // namespace wayworth::engine
