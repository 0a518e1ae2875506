#pragma once

#include <optional>

#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/source_text.hpp"

namespace wayworth::scenarios {

/// The tree of one YAML document, read strictly (document.hpp says how). A null node for a text without content.
/// A comma inside parentheses does not end an unquoted value in [...] or {...}: `{value: normal(62k, 5k), unit: USD}`
/// has two entries, as anyone would read it, where YAML itself sees three.
std::optional<DocumentNode> parse_yaml(SourceText& source, Problems& problems);

}  // namespace wayworth::scenarios
