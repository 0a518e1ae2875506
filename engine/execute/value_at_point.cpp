#include "engine/execute/value_at_point.hpp"

namespace wayworth::engine {

double value_at(Point point, const std::string& path, const Distribution& distribution) {
  if (path == worlds_path) return mode(distribution);
  switch (point) {
    case Point::mode:
      return mode(distribution);
    case Point::median:
      return quantile(distribution, 0.5);
    case Point::mean:
      break;
  }
  return mean(distribution);
}

}  // namespace wayworth::engine
