#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <vector>

#include "engine/analysis/findings.hpp"
#include "reports/json_parts.hpp"

namespace wayworth::reports {

// The inverse of json_parts.hpp and json_returns.hpp: numbers come back to the bit. JSON has no infinity and no NaN;
// what a null stands for follows from where it stands. All throw Json::exception when something is not there.

/// A null is +infinity: a figure that is "never", an error that too few trials tell.
engine::Estimate read_estimate(const Json& json);

/// The way back of hexadecimal().
std::uint64_t read_hexadecimal(const Json& json);

/// A null is +infinity: a bound that nobody knows.
double read_number_or_infinity(const Json& json);

/// A null is NaN: a correlation of what does not vary.
double read_number_or_nan(const Json& json);
engine::Estimate read_estimate_or_nan(const Json& json);

std::optional<engine::Estimate> read_optional_estimate(const Json& json);
std::optional<double> read_optional_number(const Json& json);

engine::Summary read_summary(const Json& json);
engine::Figures read_figures(const Json& json);
engine::OutcomeDistribution read_distribution(const Json& json);
engine::ReturnOfFlow read_return_of_flow(const Json& json);
engine::ProgrammeReturns read_returns(const Json& json);

/// \param json  `manifest` of a document; how many orders the shares are averages over stands elsewhere
engine::Manifest read_manifest(const Json& json);

/// Where the item is whose `member` is `name`. \throws Json::other_error when there is none
template <class Id, class Items, class Member>
Id place_of(const Json& name, const Items& items, Member member) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& one) { return name == one.*member; });
  if (found == items.end()) throw Json::other_error::create(501, name.dump() + " is not in the scenario", &name);
  return static_cast<Id>(found - items.begin());
}

}  // namespace wayworth::reports
