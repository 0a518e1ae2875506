#pragma once

#include <string>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"

namespace wayworth::scenarios {

/// The names under `variants`, in the order of the file.
std::vector<std::string> variant_names(const Document& document);

/// Changes what the variant `chosen` changes. Every other variant is tried out on a copy, so that a path that leads
/// nowhere is reported whether or not its variant is chosen. `chosen` is empty for the scenario as it stands.
void apply_variant(Document& document, const std::string& chosen, Problems& problems);

}  // namespace wayworth::scenarios
