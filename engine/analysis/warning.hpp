#pragma once

#include <optional>
#include <string>

#include "engine/stats/estimate.hpp"

namespace wayworth::engine {

/// Something in a business case that a careful reviewer would ask about. The case is computed as it stands.
struct Warning {
  std::string rule;    ///< id, such as "W-NOCOST"
  std::string at;      ///< path of the figure or section, such as "initiatives.chat"; empty: the case as a whole
  std::string what;    ///< what is found there, with its figures
  std::string remedy;  ///< what to do about it
  /// How much of the programme's NPV (first option) rests on it; none when that cannot be told, or before a run.
  std::optional<Estimate> npv_at_stake{};
  std::string accepted_because{};  ///< the scenario's reason for leaving it as it is; empty: not accepted
};

}  // namespace wayworth::engine
