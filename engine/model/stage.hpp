#pragma once

#include <cstdint>

namespace wayworth::engine {

/// How mature an organisation must be for an initiative, from the lowest.
enum class Stage : std::uint8_t { unstated, siloed, optimise, omnichannel, journey };

}  // namespace wayworth::engine
