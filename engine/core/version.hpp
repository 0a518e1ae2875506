#pragma once

#include <string_view>

namespace wayworth::engine {

/// Of the library and the program, such as "0.1.0".
std::string_view version();

}  // namespace wayworth::engine
