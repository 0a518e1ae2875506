#include "engine/distributions/call_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wayworth::engine {

std::string call_text(std::string_view family, std::span<const double> arguments) {
  return fmt::format("{}({:.10g})", family, fmt::join(arguments.begin(), arguments.end(), ", "));
}

}  // namespace wayworth::engine
