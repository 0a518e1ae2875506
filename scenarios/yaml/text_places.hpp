#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/source_text.hpp"

namespace wayworth::scenarios {

/// Where the characters of a scalar's `text` were typed, given that the scalar begins at byte `begin` of the source (at
/// its quote or `|`, if it has one). Empty when they stand there one after another, as in most scalars. Follows quotes,
/// escapes, folded lines and block scalars; from where it loses track on, places are those of the last known run.
std::vector<DocumentNode::TextPlace> find_text_places(std::string_view text, SourceText& source, std::size_t begin);

}  // namespace wayworth::scenarios
