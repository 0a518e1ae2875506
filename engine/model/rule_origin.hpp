#pragma once

#include <cstddef>
#include <cstdint>

namespace wayworth::engine {

/// Which part of a scenario a rule comes from.
struct RuleOrigin {
  enum class Kind : std::uint8_t {
    none,
    phases,        ///< starts lie in phases
    start_every,   ///< starts lie on a grid
    blackout,      ///< index into RoadmapLimits::blackouts
    window,        ///< index into RoadmapLimits::windows
    must,          ///< index into RoadmapLimits::must
    exclude,       ///< index into RoadmapLimits::exclude
    at_least,      ///< index into RoadmapLimits::at_least
    at_most,       ///< index into RoadmapLimits::at_most
    gate,          ///< index into RoadmapLimits::gates; of `item`
    need,          ///< index into the needs of initiative `item`
    capacity,      ///< index into RoadmapLimits::roles
    phase_budget,  ///< index into Model::phases
    budget,        ///< of all initiatives together
    self_funding,  ///< RoadmapLimits::self_funding
  } kind = Kind::none;
  std::size_t index = 0;
  std::size_t item = 0;

  bool operator==(const RuleOrigin&) const = default;
};

}  // namespace wayworth::engine
