#include "engine/distributions/constant.hpp"

#include "engine/distributions/call_text.hpp"
#include "engine/distributions/parameter_checks.hpp"

namespace wayworth::engine {

Constant Constant::make(double value) {
  check_finite("constant", "value", value);
  return Constant(value);
}

double Constant::cdf(double x) const {
  return x < value_ ? 0.0 : 1.0;
}

std::string Constant::describe() const {
  return call_text("constant", {&value_, 1});
}

}  // namespace wayworth::engine
