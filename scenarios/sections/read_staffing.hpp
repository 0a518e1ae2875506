#pragma once

#include <optional>

#include "scenarios/sections/read_figure.hpp"

namespace wayworth::scenarios {

extern const SectionKeys workload_keys;
extern const SectionKeys queue_keys;

/// `workload` or `queue` of the stream that `stream` reads; nothing when there is neither, or when it is no map.
/// Reports both at once, and either beside a `formula`.
std::optional<StaffingSection> read_staffing(const MapReader& stream, const ReadContext& context);

}  // namespace wayworth::scenarios
