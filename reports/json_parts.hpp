#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <type_traits>

#include "engine/analysis/findings.hpp"

namespace wayworth::reports {

// What several JSON documents have in common. nlohmann/json writes NaN and infinity as null.

using Json = nlohmann::ordered_json;  // keys in the order in which they are added

Json to_json(const engine::Estimate& estimate);
Json to_json(const engine::Summary& summary);
Json to_json(const engine::Figures& figures);

template <class T>
Json to_json(const std::optional<T>& value) {
  if constexpr (std::is_arithmetic_v<T>) {
    return value ? Json(*value) : Json();
  } else {
    return value ? to_json(*value) : Json();
  }
}

/// Name, client, currency, time and discounting.
Json case_json(const engine::Model& model);
Json distribution_json(const engine::OutcomeDistribution& distribution);
/// 16 digits.
std::string hexadecimal(std::uint64_t value);
Json manifest_json(const engine::Manifest& manifest);

/// Changes when a reader of the findings must change.
inline constexpr int findings_format_version = 1;

/// Everything that a run found.
Json findings_json(const engine::Model& model, const engine::Findings& findings);

/// A document as it is written to a file.
std::string text_of_file(const Json& document);

/// 16 hexadecimal digits that change with any figure or word of a document, and not with its spaces: FNV-1a 64.
std::string checksum_of(const Json& document);

}  // namespace wayworth::reports
