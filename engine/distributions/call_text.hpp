#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wayworth::engine {

/// A distribution as a scenario writes it, with at most 10 significant digits: "pert(10, 15, 40)".
std::string call_text(std::string_view family, std::span<const double> arguments);

}  // namespace wayworth::engine
